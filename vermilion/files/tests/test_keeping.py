"""Keys, fixity, and what the doctor says of the store."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from vermilion.audit.models import Trace
from vermilion.files import actions, checks, fixity, keys, models, queries, store
from vermilion.files.tests import samples
from vermilion.files.tests.conftest import EXAMINER, NOON
from vermilion.files.types import Soundness
from vermilion.kernel import clock
from vermilion.kernel.findings import checks_of
from vermilion.kernel.refusals import NotAllowed

LATER = timedelta(days=30)


def damage(home, blob, place: int = 100) -> None:
    path = home / "store" / blob.place
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_new_key_is_made_and_every_object_put_under_it_without_rewriting(examined, home):
    blob, _ = examined(samples.pdf("x"))
    before = {p: p.read_bytes() for p in (home / "store").rglob("*") if p.is_file()}
    old = blob.key

    made = actions.rotate_key(actor=EXAMINER, at=NOON)
    *_, done = actions.rewrap(actor=EXAMINER, at=NOON)

    assert done == 1 + models.Rendition.objects.count()
    assert {p: p.read_bytes() for p in (home / "store").rglob("*") if p.is_file()} == before
    blob.refresh_from_db()
    assert blob.key == made != old
    assert fixity.soundness(blob) is Soundness.SOUND
    assert list(actions.rewrap(actor=EXAMINER, at=NOON)) == []

    actions.retire_key(actor=EXAMINER, name=old.name, at=NOON)
    assert fixity.soundness(models.Blob.objects.get()) is Soundness.SOUND


def test_a_key_in_use_is_not_retired(keep):
    blob = keep(b"x")
    actions.rotate_key(actor=EXAMINER, at=NOON)

    with pytest.raises(actions.KeyInUse, match="objects: 1"):
        actions.retire_key(actor=EXAMINER, name=blob.key.name, at=NOON)


def test_only_the_operator_looks_after_keys(lan, db):
    with pytest.raises(NotAllowed):
        actions.rotate_key(actor=lan, at=NOON)


def test_keys_lie_in_files_for_their_owner_alone_and_never_in_the_database(keep, home):
    blob = keep(b"x")

    path = home / "keys" / "files" / blob.key.name
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.read_text() not in blob.key.fingerprint


def test_a_wrapped_key_fits_no_other_row(keep):
    one, other = keep(b"one"), keep(b"other")
    models.Blob.objects.filter(pk=one.pk).update(place="x", wrapped=other.wrapped)
    models.Blob.objects.filter(pk=other.pk).update(place=one.place)

    assert fixity.soundness(models.Blob.objects.get(pk=one.pk)) is not Soundness.SOUND


def test_one_flipped_bit_is_found_and_named(keep, home):
    sound, altered = keep(b"x" * 5_000), keep(b"y" * 5_000)
    damage(home, altered)

    assert actions.check_fixity(actor=EXAMINER, blob_id=sound.pk, at=NOON).found == "sound"
    assert actions.check_fixity(actor=EXAMINER, blob_id=altered.pk, at=NOON).found == "altered"

    [finding] = checks.last_reading_was_sound()
    assert finding.subject == f"blob:{altered.pk}"
    assert altered.digest in finding.in_words
    [deep] = checks.digests_hold()
    assert deep.subject == finding.subject
    assert Trace.objects.get(act="files.blob.unsound").facts["digest"] == altered.digest
    examined = actions.examine(actor=EXAMINER, blob_id=altered.pk, at=NOON)
    assert not examined
    assert {row.reason for row in altered.examinations.all()} == {"store-altered"}


def test_the_same_bytes_handed_in_again_mend_what_was_lost(keep, home):
    blob = keep(b"y" * 5_000)
    damage(home, blob)
    actions.check_fixity(actor=EXAMINER, blob_id=blob.pk, at=NOON)

    again = keep(b"y" * 5_000, "again.pdf")

    assert again.pk == blob.pk
    assert b"".join(queries.opened(again)) == b"y" * 5_000
    assert list(checks.last_reading_was_sound()) == []


def test_a_lost_object_is_named(keep, home):
    blob = keep(b"x")
    (home / "store" / blob.place).unlink()

    [finding] = checks.every_blob_has_its_object()
    assert finding.subject == f"blob:{blob.pk}"
    assert actions.check_fixity(actor=EXAMINER, blob_id=blob.pk, at=NOON).found == "missing"


@pytest.mark.parametrize("wrong", ["gone", "another", "broken"])
def test_a_missing_or_wrong_key_is_named_and_alters_nothing(keep, home, wrong):
    blob = keep(b"x")
    path = home / "keys" / "files" / blob.key.name
    if wrong == "gone":
        path.unlink()
    else:
        path.write_text("AAAA" * 11 if wrong == "another" else "not a key")

    [finding] = checks.keys_are_there()
    assert blob.key.name in finding.in_words
    assert actions.check_fixity(actor=EXAMINER, blob_id=blob.pk, at=NOON).found == "locked"
    with pytest.raises(keys.KeyMissing):
        next(queries.opened(blob))


def test_what_nothing_names_is_found_and_swept_but_not_what_is_young(keep, home):
    blob = keep(b"x")
    store.put("blobs/aa/" + "a" * 32, [b"left over"])
    now = clock.now()

    assert actions.sweep(actor=EXAMINER, at=now) == 0
    old = (now - timedelta(days=3)).timestamp()
    os.utime(home / "store" / "blobs" / "aa" / ("a" * 32), (old, old))
    [finding] = checks.every_object_has_its_row()
    assert "names: 1." in finding.in_words
    assert actions.sweep(actor=EXAMINER, at=now) == 1
    assert [each.place for each in store.listed("blobs")] == [blob.place]


def test_an_upload_given_up_is_taken_back(lan, db):
    upload = actions.begin_upload(actor=lan, name="a", size=None, at=NOON)
    actions.receive_part(actor=lan, upload_id=upload.pk, offset=0, stream=io.BytesIO(b"x"), at=NOON)

    actions.sweep(actor=EXAMINER, at=NOON + timedelta(days=8))

    upload.refresh_from_db()
    assert upload.withdrawn_at is not None
    assert not models.UploadPart.objects.exists()


def test_those_not_read_for_longest_are_read_first(keep):
    first, second, third = (keep(bytes([n])) for n in (1, 2, 3))
    actions.check_fixity(actor=EXAMINER, blob_id=first.pk, at=NOON)
    actions.check_fixity(actor=EXAMINER, blob_id=third.pk, at=NOON + LATER)

    assert queries.longest_unread(0) == [second.pk, first.pk, third.pk]
    assert queries.longest_unread(1) == [second.pk]


def test_examinations_that_stand_still_and_quarantine_are_told(keep):
    blob = keep(b"x")
    assert list(checks.examinations_move()) == []
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    [finding] = checks.examinations_move()
    assert finding.subject == f"blob:{blob.pk}"
    blob.examinations.update(state="quarantined", asked_at=timezone.now())
    assert list(checks.examinations_move()) == []
    [notice] = checks.quarantine_is_looked_at()
    assert "1" in notice.in_words


def test_a_store_that_takes_nothing_is_told(home, settings, db):
    (home / "blocked").write_text("a file, not a folder")
    address = (home / "blocked" / "store").as_uri()
    settings.VERMILION = replace(settings.VERMILION, store_url=address)

    [finding] = checks.store_answers()
    assert "does not take files" in finding.in_words


def test_a_sound_store_has_no_findings(examined):
    examined(samples.pdf("x"))

    looks = [each for each in checks_of(["vermilion.files"]) if each.id.startswith("files.")]
    assert len(looks) == 8
    assert [finding for each in looks for finding in each.look()] == []


@pytest.mark.django_db(transaction=True)
def test_the_words_of_the_command_line(keep, home):
    import contextlib

    from typer.testing import CliRunner

    from vermilion.files.commands import files

    blob = keep(b"x" * 1_000)
    runner = CliRunner()

    def say(*words: str):
        return runner.invoke(files, words, obj=contextlib.nullcontext)

    assert "Rewrapped: 1 objects" in say("rotate-key").output
    assert say("retire-key", "store-1").exit_code == 0
    assert say("retire-key", "store-2").exit_code == 1
    assert "Not sound: 0" in say("fixity").output
    damage(home, blob)
    told = say("fixity", "--json")
    assert told.exit_code == 1
    assert json.loads(told.output)["unsound"][0]["digest"] == blob.digest
    assert "Removed: 0 objects" in say("sweep").output


def test_the_readers_know_nothing_of_the_house():
    """They start fast, since nothing of Django is loaded in them."""
    script = (
        "import sys\n"
        "import vermilion.files.reading.__main__\n"
        "from vermilion.files.reading import archives, identify, mail, office, pdf, pictures\n"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in ('django', 'nacl')))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"
