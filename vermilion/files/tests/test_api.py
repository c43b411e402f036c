"""The same acts for machines."""

import hashlib
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.accounts.types import Scope
from vermilion.directory import queries as directory
from vermilion.files import actions, models
from vermilion.files.tests import samples
from vermilion.files.tests.conftest import EXAMINER
from vermilion.kernel import clock

CONTENT = samples.pdf("So: 12/QD-UBND")
ROOT = "/api/v1/files"


@pytest.fixture
def call(client, office):
    """Call an address with a token of Lan's; each write under a key of its own."""
    now = clock.now()
    user = User.objects.create(sign_in_name="lan", person_id=directory.seat(office.lan).person_id)
    issued = accounts.issue_token(
        actor=directory.actor_in(office.lan, at=now),
        user_id=user.pk,
        appointment_id=office.lan,
        name="scanner",
        scopes=[Scope.READ, Scope.FILES],
        expires_at=now + timedelta(days=30),
        at=now,
    )

    def call(method: str, path: str, data=None, *, key: str = "", headers=None, json=True):
        given = {
            "Authorization": f"Bearer {issued.secret}",
            "Idempotency-Key": key or str(uuid.uuid4()),
        }
        kind = {"content_type": "application/json"} if json and method != "get" else {}
        return getattr(client, method)(
            f"{ROOT}{path}", data, headers=given | (headers or {}), **kind
        )

    return call


def file(content: bytes = CONTENT, name: str = "a.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_a_file_is_handed_in_once_however_often_the_request_is_repeated(call):
    first = call("post", "/uploads/whole", {"file": file()}, key="one", json=False)
    again = call("post", "/uploads/whole", {"file": file()}, key="one", json=False)

    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert first.json()["digest"] == hashlib.sha256(CONTENT).hexdigest()
    assert models.Upload.objects.count() == 1
    other = call("post", "/uploads/whole", {"file": file(b"other")}, key="one", json=False)
    assert other.status_code == 422


def test_a_file_comes_in_parts(call):
    half = len(CONTENT) // 2
    begun = call("post", "/uploads", {"name": "a.pdf", "size": len(CONTENT)}).json()
    path = f"/uploads/{begun['id']}"

    def send(offset: int, content: bytes):
        return call("post", f"{path}/parts/{offset}", {"part": file(content)}, json=False)

    assert send(0, CONTENT[:half]).json()["received"] == half
    elsewhere = send(half + 1, b"x")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "offset-differs")
    assert elsewhere.json()["facts"]["offset"] == half
    send(half, CONTENT[half:])
    done = call("post", f"{path}/completion", {}).json()

    assert done["finished"]
    assert call("get", path).json()["state"] == "waiting"
    assert call("delete", path).status_code == 204
    assert call("get", path).status_code == 404


def test_what_a_file_is_and_holds(call):
    digest = call("post", "/uploads/whole", {"file": file()}, json=False).json()["digest"]
    blob = models.Blob.objects.get(digest=digest)
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=clock.now())

    about = call("get", f"/{digest}").json()
    assert (about["format"], about["pages"], about["state"]) == ("fmt/276", 1, "done")
    [page] = call("get", f"/{digest}/text").json()
    assert page["lines"][0]["text"] == "So: 12/QD-UBND"
    part = call("get", f"/{digest}/content", headers={"Range": "bytes=0-7"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, CONTENT[:8])
    assert call("get", f"/{'0' * 64}").status_code == 404
    assert call("get", "/not-a-digest").status_code == 422


def test_refusals_are_problems_with_a_code(call):
    large = call("post", "/uploads", {"name": "a", "size": 10**12})
    assert (large.status_code, large.json()["code"]) == (413, "file-too-large")
    empty = call("post", "/uploads/whole", {"file": file(b"")}, json=False)
    assert (empty.status_code, empty.json()["code"]) == (422, "file-empty")
    assert call("get", f"/uploads/{uuid.uuid4()}").status_code == 404


def test_quarantine_is_refused_to_machines_too(call):
    content = samples.zip_in_zip(6)
    made = call("post", "/uploads/whole", {"file": file(content, "a.zip")}, json=False).json()
    actions.examine(actor=EXAMINER, blob_id=made["file"], at=clock.now())

    refused = call("get", f"/{made['digest']}/content")
    assert (refused.status_code, refused.json()["code"]) == (403, "in-quarantine")
