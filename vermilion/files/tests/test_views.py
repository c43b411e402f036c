"""What a browser gets: uploads whole and in parts, content in ranges, states and reasons."""

import asyncio
import hashlib
import json

import pytest
from asgiref.sync import sync_to_async
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import AsyncClient
from django.urls import reverse

from vermilion.accounts import models as accounts
from vermilion.directory import queries as directory
from vermilion.files import actions, models, policy
from vermilion.files.tests import samples
from vermilion.files.tests.conftest import EXAMINER
from vermilion.kernel import clock

JSON = {"Accept": "application/json"}
CONTENT = samples.pdf("So: 12/QD-UBND", "Second page")


@pytest.fixture
def client(client, office):
    seat = directory.seat(office.lan)
    client.force_login(accounts.User.objects.create(sign_in_name="lan", person=seat.person))
    return client


@pytest.fixture
def stranger(office):
    from django.test import Client

    seat = directory.seat(office.tuan)
    stranger = Client()
    stranger.force_login(accounts.User.objects.create(sign_in_name="tuan", person=seat.person))
    return stranger


def hand_in(client, content: bytes = CONTENT, name: str = "Công văn.pdf"):
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    answer = client.post("/files/uploads/", {"file": file}, headers=JSON)
    assert answer.status_code == 201, answer.content
    [upload] = answer.json()["uploads"]
    return upload


@pytest.fixture
def examined(client):
    upload = hand_in(client)
    blob = models.Blob.objects.get(digest=upload["digest"])
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=clock.now())
    return blob


def body_of(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_plain_form_hands_in_and_goes_on_with_the_upload_in_the_address(client):
    files = [SimpleUploadedFile(f"{n}.txt", b"x" * n) for n in (1, 2)]

    answer = client.post("/files/uploads/", {"file": files, "next": "/registry/new?a=1"})

    assert answer.status_code == 303
    ids = [str(each.pk) for each in models.Upload.objects.order_by("name")]
    assert answer["Location"] == f"/registry/new?a=1&upload={ids[0]}&upload={ids[1]}"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_a_form_never_goes_on_to_another_site(client, elsewhere):
    answer = client.post(
        "/files/uploads/", {"file": SimpleUploadedFile("a.txt", b"x"), "next": elsewhere}
    )

    assert answer["Location"].startswith("/files/uploads/")


def test_a_form_without_a_file_says_so(client):
    assert client.get("/files/uploads/").status_code == 200
    answer = client.post("/files/uploads/", {})
    assert answer.status_code == 422
    assert "No file was chosen" in answer.content.decode()


def test_a_script_sends_parts_and_goes_on_after_a_cut(client):
    half = len(CONTENT) // 2
    begun = client.post(
        "/files/uploads/",
        json.dumps({"name": "a.pdf", "size": len(CONTENT), "type": "application/pdf"}),
        content_type="application/json",
        headers=JSON,
    )
    assert begun.status_code == 201
    url = begun.json()["url"]

    def put(offset: int, part: bytes):
        return client.put(
            f"{url}parts/{offset}/", part, content_type="application/octet-stream", headers=JSON
        )

    assert put(0, CONTENT[:half]).json()["offset"] == half
    assert put(0, CONTENT[:half]).json()["offset"] == half
    gone_ahead = put(half + 5, CONTENT[half + 5 :])
    assert gone_ahead.status_code == 409
    assert gone_ahead.json()["code"] == "offset-differs"
    assert gone_ahead.json()["facts"]["offset"] == half
    early = client.post(f"{url}completion/", headers=JSON)
    assert (early.status_code, early.json()["code"]) == (409, "upload-incomplete")
    assert client.get(url, headers=JSON).json()["offset"] == half
    put(half, CONTENT[half:])

    digest = hashlib.sha256(CONTENT).hexdigest()
    for _ in range(2):
        done = client.post(f"{url}completion/", {"sha256": digest}, headers=JSON).json()
        assert (done["finished"], done["digest"], done["state"]) == (True, digest, "waiting")
    assert body_of(client.get(done["content"])) == CONTENT


def test_refusals_are_said_in_words(client, settings):
    from dataclasses import replace

    settings.VERMILION = replace(settings.VERMILION, max_upload="1")
    large = client.post("/files/uploads/", {"name": "a", "size": 2_000_000}, headers=JSON)
    assert (large.status_code, large.json()["code"]) == (413, "file-too-large")
    assert "1 MiB" in large.json()["sentence"]
    empty = client.post("/files/uploads/", {"name": "a", "size": 0}, headers=JSON)
    assert (empty.status_code, empty.json()["code"]) == (422, "file-empty")
    whole = client.post(
        "/files/uploads/", {"file": SimpleUploadedFile("a", bytes(1_100_000))}, headers=JSON
    )
    assert whole.status_code == 413


def test_anothers_upload_and_file_are_not_here(client, stranger):
    upload = hand_in(client)

    for url in (upload["url"], upload["content"], upload["content"] + "about/"):
        assert stranger.get(url, headers=JSON).status_code == 404
    for name in ("text", "examination", "reading"):
        assert stranger.get(reverse(f"files:{name}", args=[upload["digest"]])).status_code == 404

    policy.readers.append(lambda actor, blob_id, at: True)
    assert stranger.get(upload["content"]).status_code == 200


def test_nobody_reads_without_signing_in(client):
    upload = hand_in(client)
    client.logout()

    assert client.get(upload["content"]).status_code == 302


def test_content_comes_with_its_name_and_cannot_do_harm(client, examined):
    answer = client.get(f"/files/{examined.digest}/")

    assert body_of(answer) == CONTENT
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "inline; filename*=utf-8''C%C3%B4ng%20v%C4%83n.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["ETag"] == f'"{examined.digest}"'
    assert answer["Content-Length"] == str(len(CONTENT))
    assert "private" in answer["Cache-Control"]
    assert client.get(
        f"/files/{examined.digest}/?download=1&name=../x.pdf"
    )["Content-Disposition"] == 'attachment; filename="x.pdf"'  # fmt: skip


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"<html><script>alert(1)</script></html>", "a.html"), (b"<svg onload='x'/>", "a.svg")],
)
def test_what_could_run_is_offered_for_download_in_a_sandbox(client, content, name):
    upload = hand_in(client, content, name)

    answer = client.get(upload["content"])

    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("header", "start", "stop"),
    [("bytes=0-9", 0, 10), ("bytes=100-", 100, len(CONTENT)), ("bytes=-7", -7, len(CONTENT))],
)
def test_a_range_is_answered_with_that_range(client, examined, header, start, stop):
    answer = client.get(f"/files/{examined.digest}/", headers={"Range": header})

    assert answer.status_code == 206
    assert body_of(answer) == CONTENT[start:stop]
    first = start % len(CONTENT)
    assert answer["Content-Range"] == f"bytes {first}-{stop - 1}/{len(CONTENT)}"


def test_ranges_that_cannot_be_and_states_that_have_not_changed(client, examined):
    url = f"/files/{examined.digest}/"

    beyond = client.get(url, headers={"Range": "bytes=999999-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(CONTENT)}")
    stale = client.get(url, headers={"Range": "bytes=0-1", "If-Range": '"another"'})
    assert stale.status_code == 200
    same = client.get(url, headers={"If-None-Match": f'"{examined.digest}"'})
    assert (same.status_code, same.content) == (304, b"")
    head = client.head(url)
    assert (head.status_code, head["Content-Length"]) == (200, str(len(CONTENT)))


def test_a_large_file_comes_in_pieces_also_over_asgi(client, transactional_db):
    content = bytes(range(256)) * 20_000
    upload = hand_in(client, content, "large.bin")

    async def fetched() -> bytes:
        wire = AsyncClient()
        wire.cookies = client.cookies
        answer = await wire.get(upload["content"], headers={"Range": "bytes=1000-4999999"})
        assert answer.status_code == 206
        pieces = [piece async for piece in answer]
        await sync_to_async(connections.close_all)()
        return b"".join(pieces)

    assert asyncio.run(fetched()) == content[1000:5_000_000]


def test_pages_text_and_the_reading_copy(client, examined):
    base = f"/files/{examined.digest}"

    about = client.get(f"{base}/about/").json()
    assert (about["pages"], about["reading"]) == (2, f"{base}/reading.pdf")
    assert about["page_image"] == f"{base}/pages/{{n}}.webp"
    assert body_of(client.get(about["reading"])) == CONTENT
    text = client.get(about["text"]).json()
    assert [page["text"] for page in text["pages"]] == ["So: 12/QD-UBND", "Second page"]
    assert text["next"] is None
    picture = client.get(f"{base}/pages/2.webp?size=thumb")
    assert picture["Content-Type"] == "image/webp"
    assert body_of(picture)[8:12] == b"WEBP"
    assert client.get(f"{base}/pages/3.webp").status_code == 404
    assert client.get(f"{base}/pages/0.webp").status_code == 404


def test_the_state_is_a_fragment_that_asks_again_while_it_waits(client):
    upload = hand_in(client)

    waiting = client.get(upload["url"], headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in waiting
    assert 'data-state="waiting"' in waiting
    assert "hx-trigger" in waiting
    blob = models.Blob.objects.get()
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=clock.now())
    done = client.get(upload["url"]).content.decode()
    assert 'data-state="done"' in done
    assert "Công văn.pdf" in done


def test_quarantine_is_explained_and_not_served(client):
    upload = hand_in(client, samples.zip_in_zip(6), "a.zip")
    blob = models.Blob.objects.get()
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=clock.now())

    refused = client.get(upload["content"], headers=JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "in-quarantine")
    page = client.get(f"/files/{blob.digest}/examination/").content.decode()
    assert "nested more deeply" in page
    assert "given to nobody" in page
    assert "Release" not in page
    assert client.post(f"/files/{blob.digest}/release/", {"ground": "x"}).status_code == 422


def test_a_person_asks_for_another_examination(client, examined):
    url = f"/files/{examined.digest}/examination/"
    assert "Examine again" in client.get(url).content.decode()

    answer = client.post(url, {"stage": "text"})

    assert (answer.status_code, answer["Location"]) == (303, url)
    assert 'data-state="waiting"' in client.get(url).content.decode()


def test_damaged_bytes_are_not_given_out_and_looked_into(client, examined, home):
    kept = home / "store" / examined.place
    content = bytearray(kept.read_bytes())
    content[40] ^= 1
    kept.write_bytes(content)

    answer = client.get(f"/files/{examined.digest}/", headers=JSON)

    assert (answer.status_code, answer.json()["code"]) == (503, "bytes-unavailable")
    from procrastinate.contrib.django.models import ProcrastinateJob

    assert ProcrastinateJob.objects.filter(task_name="files.check_one").count() == 1


def scanned(client) -> str:
    """A picture handed in and examined; its recognition waits."""
    digest: str = hand_in(client, samples.png(400, 300), "scan.png")["digest"]
    blob = models.Blob.objects.get(digest=digest)
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=clock.now())
    return digest


def test_the_recognition_of_a_scan_is_told_stopped_and_asked_for_again(client):
    digest = scanned(client)
    address = f"/files/{digest}/recognition/"
    said = client.get(address, headers={"Accept": "application/json"}).json()
    assert (said["state"], said["done"], said["of"]) == ("waiting", 0, 1)
    assert "hx-get" in client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert client.post(address, {"act": "stop"}).status_code == 303
    said = client.get(f"/files/{digest}/about/", headers={"Accept": "application/json"}).json()
    assert said["recognition"]["state"] == "stopped"
    page = client.get(f"/files/{digest}/examination/").content.decode()
    assert "stopped the recognition" in page
    assert client.post(address, {"act": "again"}).status_code == 303
    said = client.get(address, headers={"Accept": "application/json"}).json()
    assert said["state"] == "waiting"


def test_the_recognition_of_anothers_scan_is_not_here(client, stranger):
    digest = scanned(client)
    assert stranger.get(f"/files/{digest}/recognition/").status_code == 404
    assert stranger.post(f"/files/{digest}/recognition/", {"act": "stop"}).status_code == 404


def test_a_sheet_to_part_papers_can_be_printed(client):
    assert "NEXT" in client.get("/files/separator/").content.decode()
