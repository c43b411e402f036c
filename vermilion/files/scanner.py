"""Ask a ClamAV daemon whether bytes are malware, over its socket (command INSTREAM)."""

import socket
from typing import BinaryIO

PIECE = 256 * 1024
PATIENCE = 120.0
LONGEST_ANSWER = 4096


class Silent(Exception):
    """The daemon does not answer, or with something else than a verdict."""


def malware_in(file: BinaryIO, address: str) -> str:
    """The name of the malware that was recognised; nothing when there is none."""
    try:
        with _connected(address) as line:
            line.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                line.sendall(len(piece).to_bytes(4, "big") + piece)
            line.sendall(bytes(4))
            verdict = _answer(line)
    except (OSError, ValueError) as fault:
        raise Silent(address) from fault
    if verdict == "OK":
        return ""
    name, _space, word = verdict.rpartition(" ")
    if word != "FOUND":
        raise Silent(verdict)
    return name


def _connected(address: str) -> socket.socket:
    """A socket path, or host:port."""
    host, colon, port = address.rpartition(":")
    if colon and "/" not in address:
        return socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(PATIENCE)
    try:
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line


def _answer(line: socket.socket) -> str:
    told = b""
    while not told.endswith(b"\0") and len(told) < LONGEST_ANSWER:
        more = line.recv(LONGEST_ANSWER)
        if not more:
            break
        told += more
    return told.rstrip(b"\0").decode("utf-8", "replace").removeprefix("stream: ").strip()
