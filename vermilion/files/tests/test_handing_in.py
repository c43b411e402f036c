import hashlib
import io
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from obstore.exceptions import GenericError

from vermilion.audit.models import Trace
from vermilion.files import actions, models, policy, queries, store
from vermilion.files.tests.conftest import NOON
from vermilion.kernel.refusals import NotAllowed, NotFound

MIB = 1024 * 1024


def objects(kind: str = "blobs") -> list[str]:
    return [each.place for each in store.listed(kind)]


def test_a_file_is_kept_sealed_and_opens_to_the_same_bytes(keep, home):
    content = b"Kinh gui " * 1000

    blob = keep(content)

    assert blob.digest == hashlib.sha256(content).hexdigest()
    assert b"".join(queries.opened(blob)) == content
    assert b"".join(queries.opened(blob, start=8_990)) == content[8_990:]
    [place] = objects()
    kept = (home / "store" / place).read_bytes()
    assert b"Kinh gui" not in kept
    assert blob.digest not in place


def test_the_same_bytes_are_kept_once_under_every_name(keep):
    first, second = keep(b"the same", "a.pdf"), keep(b"the same", "b.pdf")

    assert first.pk == second.pk
    assert objects() == [first.place]
    assert models.Upload.objects.filter(blob=first).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_hand_in_the_same_bytes_at_once_get_one_object(lan, tuan):
    def hand_in(actor):
        try:
            return actions.store(
                actor=actor, stream=io.BytesIO(b"x" * 3 * MIB), name="a.pdf", at=NOON
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(hand_in, [lan, tuan] * 4))

    assert len(ids) == 1
    blob = models.Blob.objects.get()
    assert objects() == [blob.place]
    assert len(b"".join(queries.opened(blob))) == 3 * MIB


def test_an_empty_file_is_refused_and_leaves_nothing(keep):
    with pytest.raises(actions.FileEmpty, match="empty"):
        keep(b"")

    assert objects() == []


def test_a_file_above_the_limit_is_refused_while_it_comes_in(lan, settings, db):
    settings.VERMILION = replace(settings.VERMILION, max_upload="2")
    read = 0

    class Endless:
        def read(self, size: int = -1, /) -> bytes:
            nonlocal read
            read += size
            return bytes(size)

    with pytest.raises(actions.FileTooLarge, match="larger than 2 MiB"):
        actions.store(actor=lan, stream=Endless(), name="big", at=NOON)

    assert read < 3 * MIB
    assert objects() == []


def test_a_large_file_is_never_held_in_memory(lan, db):
    tracemalloc.start()

    blob = actions.store(actor=lan, stream=(bytes(MIB) for _ in range(96)), name="a", at=NOON)
    for _ in queries.opened(blob):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert blob.size == 96 * MIB
    assert peak < 24 * MIB


def test_a_line_that_breaks_leaves_nothing(lan, db):
    def broken():
        yield b"first"
        raise ConnectionResetError

    with pytest.raises(OSError):  # noqa: PT011 - whatever the line raised
        actions.store(actor=lan, stream=broken(), name="a", at=NOON)

    assert objects() == []
    assert not models.Blob.objects.exists()


def test_a_store_that_is_silent_refuses_kindly(lan, db, monkeypatch):
    def full(*_args, **_names):
        raise GenericError("No space left on device")

    monkeypatch.setattr("obstore.open_writer", full)

    with pytest.raises(actions.StoreSilent, match="Nothing was stored"):
        actions.store(actor=lan, stream=io.BytesIO(b"x"), name="a", at=NOON)


def test_an_undone_act_leaves_no_row_and_an_object_that_is_swept(keep):
    with transaction.atomic():
        keep(b"never mind")
        transaction.set_rollback(True)

    assert not models.Blob.objects.exists()
    assert len(objects()) == 1


def test_who_holds_no_post_may_not_hand_in(lan, db):
    with pytest.raises(NotAllowed, match="holds a post"):
        actions.store(
            actor=replace(lan, appointment_id=None), stream=io.BytesIO(b"x"), name="a", at=NOON
        )


def test_handing_in_leaves_a_trace_without_the_name(keep):
    blob = keep(b"x", "secret-name.pdf")

    trace = Trace.objects.get(act="files.file.handed_in")
    assert trace.facts["digest"] == blob.digest
    assert "secret-name" not in str(trace.facts)


def test_one_reads_what_one_handed_in_lately_and_nobody_else_does(keep, lan, tuan):
    blob = keep(b"x")

    assert policy.can_read(lan, blob, NOON)
    assert not policy.can_read(lan, blob, NOON + timedelta(days=31))
    assert not policy.can_read(replace(lan, body_id=300), blob, NOON)
    assert not policy.can_read(tuan, blob, NOON)
    with pytest.raises(NotFound):
        queries.blob(tuan, blob.digest, NOON)

    policy.readers.append(lambda actor, blob_id, at: (actor, blob_id) == (tuan, blob.pk))
    assert queries.blob(tuan, blob.digest, NOON) == blob


def test_an_upload_goes_on_where_the_line_was_cut(lan, db):
    content = bytes(range(256)) * 20_000
    half = len(content) // 2
    upload = actions.begin_upload(actor=lan, name="a.bin", size=len(content), at=NOON)

    def send(offset: int, part: bytes):
        return actions.receive_part(
            actor=lan, upload_id=upload.pk, offset=offset, stream=io.BytesIO(part), at=NOON
        )

    assert send(0, content[:half]).received == half
    # The answer was lost; the same part comes once more.
    assert send(0, content[:half]).received == half
    with pytest.raises(actions.OffsetDiffers) as refusal:
        send(half + 1, content[half:])
    assert refusal.value.facts["offset"] == half
    with pytest.raises(actions.UploadIncomplete):
        actions.finish_upload(actor=lan, upload_id=upload.pk, at=NOON)
    send(half, content[half:])

    for _ in range(2):
        done = actions.finish_upload(
            actor=lan, upload_id=upload.pk, at=NOON, sha256=hashlib.sha256(content).hexdigest()
        )
    assert b"".join(queries.opened(done.blob)) == content
    assert not models.UploadPart.objects.exists()
    assert Trace.objects.filter(act="files.file.handed_in").count() == 1


def test_parts_are_sealed_too_and_go_when_the_upload_is_done(
    lan, db, home, django_capture_on_commit_callbacks
):
    upload = actions.begin_upload(actor=lan, name="a", size=None, at=NOON)
    actions.receive_part(
        actor=lan, upload_id=upload.pk, offset=0, stream=io.BytesIO(b"plain words"), at=NOON
    )
    [place] = objects("parts")
    assert b"plain words" not in (home / "store" / place).read_bytes()

    with django_capture_on_commit_callbacks(execute=True):
        actions.finish_upload(actor=lan, upload_id=upload.pk, at=NOON)
    assert objects("parts") == []


def test_bytes_that_were_altered_on_their_way_are_refused(lan, db):
    upload = actions.begin_upload(actor=lan, name="a", size=4, at=NOON)
    actions.receive_part(
        actor=lan, upload_id=upload.pk, offset=0, stream=io.BytesIO(b"abcd"), at=NOON
    )

    with pytest.raises(actions.DigestDiffers):
        actions.finish_upload(actor=lan, upload_id=upload.pk, sha256="0" * 64, at=NOON)
    upload.refresh_from_db()
    assert upload.received == 0


def test_more_than_declared_is_refused(lan, db):
    upload = actions.begin_upload(actor=lan, name="a", size=4, at=NOON)

    with pytest.raises(actions.FileTooLarge):
        actions.receive_part(
            actor=lan, upload_id=upload.pk, offset=0, stream=io.BytesIO(b"abcde"), at=NOON
        )


def test_anothers_upload_is_not_there(lan, tuan, db):
    upload = actions.begin_upload(actor=lan, name="a", size=4, at=NOON)

    with pytest.raises(NotFound):
        actions.finish_upload(actor=tuan, upload_id=upload.pk, at=NOON)
    with pytest.raises(NotFound):
        queries.handed_in(tuan, [str(upload.pk)])
    with pytest.raises(NotFound):
        queries.handed_in(lan, ["nonsense"])


def test_a_withdrawn_upload_is_gone(lan, db):
    upload = actions.begin_upload(actor=lan, name="a", size=4, at=NOON)
    actions.withdraw_upload(actor=lan, upload_id=upload.pk, at=NOON)

    with pytest.raises(NotFound):
        queries.upload(lan, upload.pk)


def test_many_files_are_told_in_as_many_statements_as_one(lan, db, django_assert_num_queries):
    ids = [
        str(actions.hand_in(actor=lan, stream=[bytes([n])], name=f"{n}", at=NOON).pk)
        for n in range(5)
    ]
    for some in (ids[:1], ids):
        with django_assert_num_queries(3):
            assert [each.name for each in queries.handed_in(lan, some)] == [
                str(n) for n in range(len(some))
            ]
