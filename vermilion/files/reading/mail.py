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
    _keep_within_bounds(message)
    lines = [f"{name}: {value}" for name in HEAD if (value := _field(message, name))]
    lines += ["", _written(message)]
    attached = [part.get_filename() or part.get_content_type() for part in _attached(message)]
    return "\n".join(lines).strip(), attached


def _keep_within_bounds(message: EmailMessage) -> None:
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


def _field(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):
        # The standard library trips over some malformed fields; the rest is still told.
        return ""


def _written(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    payload = body.get_payload(decode=True)
    text = plain.decoded(payload if isinstance(payload, bytes) else b"", body.get_content_charset())
    return text_of_html(text) if body.get_content_type() == "text/html" else text


def _attached(message: EmailMessage) -> list[EmailMessage]:
    try:
        return [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]
    except (AttributeError, KeyError):
        return []
