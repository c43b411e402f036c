"""Text out of a kept e-mail: what stood at its head, what was written, what was attached."""

import email
import email.policy
from email.message import EmailMessage

from vermilion.files.reading import plain
from vermilion.files.reading.markup import text_of_html
from vermilion.files.reading.trouble import Trouble

HEAD = ("From", "To", "Cc", "Date", "Subject")
MOST_PARTS = 1_000
MOST_DEPTH = 20


def read(file: int) -> tuple[str, list[str]]:
    """The text of a message and the names of what is attached to it."""
    with open(file, "rb", closefd=False) as content:
        message = email.message_from_binary_file(content, policy=email.policy.default)
    keep_within_bounds(message)
    lines = [f"{name}: {value}" for name in HEAD if (value := field(message, name))]
    lines += ["", written(message)]
    names = [part.get_filename() or part.get_content_type() for part in attached(message)]
    return "\n".join(lines).strip(), names


def keep_within_bounds(message: EmailMessage) -> None:
    """Refuse a message of too many parts, or of parts too deep within each other."""
    parts = 0
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        parts += 1
        if depth > MOST_DEPTH:
            raise Trouble("too-deep", limit=MOST_DEPTH)
        if parts > MOST_PARTS:
            raise Trouble("too-many-entries", limit=MOST_PARTS)
        inside = part.get_payload() if part.is_multipart() else []
        waiting += [(each, depth + 1) for each in inside if isinstance(each, EmailMessage)]


def field(message: EmailMessage, name: str) -> str:
    """One field of the head in one line; nothing of a malformed one."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):
        # The standard library trips over some malformed fields; the rest is still told.
        return ""


def written(message: EmailMessage) -> str:
    """What is written in the message itself, as plain text."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    text = plain.decoded(payload if isinstance(payload, bytes) else b"", body.get_content_charset())
    return text_of_html(text) if body.get_content_type() == "text/html" else text


def attached(message: EmailMessage) -> list[EmailMessage]:
    """The parts that are files; a message that is nothing but a file is one itself."""
    if not message.is_multipart() and message.get_content_maintype() != "text":
        return [message]
    try:
        return [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]
    except (AttributeError, KeyError):
        return []
