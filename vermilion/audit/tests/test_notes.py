"""Signed notes: against the example of the standard, and by a parser written apart from ours."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vermilion.audit import notes

EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = (
    "This is an example message.\n\n"
    "— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERIFIER = notes.Verifier("office.example/log", KEY.public_key().public_bytes_raw())
HEAD = notes.Head("office.example/log", 7, hashlib.sha256(b"root").digest())


def test_the_example_of_the_standard_is_opened():
    verifier = notes.Verifier.parse(EXAMPLE_KEY)

    assert notes.opened(EXAMPLE, verifier) == "This is an example message.\n"
    assert str(verifier) == EXAMPLE_KEY


def test_a_checkpoint_is_read_by_a_parser_of_another_make():
    note = notes.sign(HEAD.text, name=HEAD.origin, key=KEY)

    origin, size, root, empty, signature, end = note.split("\n")
    assert (origin, size, empty, end) == ("office.example/log", "7", "", "")
    assert base64.b64decode(root) == HEAD.root
    mark, name, value = signature.split(" ")
    raw = base64.b64decode(value)
    public = KEY.public_key().public_bytes_raw()
    assert (mark, name) == ("\N{EM DASH}", "office.example/log")
    assert raw[:4] == hashlib.sha256(name.encode() + b"\x0a\x01" + public).digest()[:4]
    Ed25519PublicKey.from_public_bytes(public).verify(
        raw[4:], f"{origin}\n{size}\n{root}\n".encode()
    )


def test_what_was_signed_is_what_is_read():
    assert notes.head_of(notes.sign(HEAD.text, name=HEAD.origin, key=KEY), VERIFIER) == HEAD


@pytest.mark.parametrize(
    ("before", "after"),
    [("\n7\n", "\n8\n"), ("office.example/log\n7", "office.example/lag\n7")],
)
def test_a_changed_text_is_not_signed(before, after):
    note = notes.sign(HEAD.text, name=HEAD.origin, key=KEY)

    with pytest.raises(notes.NotSigned):
        notes.opened(note.replace(before, after, 1), VERIFIER)


def test_the_signature_of_another_key_counts_for_nothing():
    other = Ed25519PrivateKey.generate()

    with pytest.raises(notes.NotSigned):
        notes.opened(notes.sign(HEAD.text, name=HEAD.origin, key=other), VERIFIER)


def test_signatures_of_unknown_keys_are_passed_over():
    witness = Ed25519PrivateKey.generate()
    note = notes.sign(HEAD.text, name=HEAD.origin, key=KEY)
    line = notes.sign(HEAD.text, name="witness.example", key=witness).splitlines()[-1]

    assert notes.head_of(note + line + "\n", VERIFIER) == HEAD


@pytest.mark.parametrize(
    "text", ["", "a\n1\n", "a\n01\nAAAA\n", "a\n-1\nAAAA\n", "a\n1\n????\n", "a\n1\nAAAA\n"]
)
def test_what_is_no_checkpoint_is_said_to_be_none(text):
    with pytest.raises(notes.Unreadable):
        notes.Head.parse(text)


def test_a_proof_is_read_as_it_was_written():
    note = notes.sign(HEAD.text, name=HEAD.origin, key=KEY)
    hashes = [bytes(32), bytes([1]) * 32]

    text = notes.proof_text(index=3, hashes=hashes, checkpoint=note)

    assert text.startswith("c2sp.org/tlog-proof@v1\nindex 3\n")
    assert notes.parse_proof(text) == notes.Proof(3, hashes, note)


@pytest.mark.parametrize(
    "text", ["", "c2sp.org/tlog-proof@v1\n\nx", "c2sp.org/tlog-proof@v1\nindex x\n\n"]
)
def test_what_is_no_proof_is_said_to_be_none(text):
    with pytest.raises(notes.Unreadable):
        notes.parse_proof(text)
