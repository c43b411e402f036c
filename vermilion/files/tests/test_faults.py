"""The store under faults: a full disk, a process killed, an act stopped at each statement."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from django.db import connection, transaction

from vermilion.files import actions, checks, fixity, models, queries, store
from vermilion.files.tests.conftest import NOON
from vermilion.files.types import Soundness

pytestmark = pytest.mark.fault


class WorldStopped(Exception):
    pass


@pytest.mark.django_db(transaction=True)
def test_handing_in_stopped_at_any_statement_leaves_no_row_without_bytes(lan):
    """At its 1st, 2nd, … n-th statement: there is no row, or there are row and bytes."""
    stops = 0
    for stop in range(1, 60):
        counted = 0

        def halting(execute, sql, params, many, context, stop=stop):
            nonlocal counted
            counted += 1
            if counted == stop:
                raise WorldStopped
            return execute(sql, params, many, context)

        content = b"number %d" % stop
        try:
            with connection.execute_wrapper(halting):
                actions.hand_in(actor=lan, stream=[content], name="a", at=NOON)
        except WorldStopped:
            stops += 1
            assert not models.Blob.objects.filter(size=len(content), uploads=None).exists()
            assert list(fixity.blobs_without_object()) == []
            continue
        break

    assert stops >= 5
    kept = models.Blob.objects.order_by("pk")
    assert [fixity.soundness(blob) for blob in kept] == [Soundness.SOUND]
    # What was stopped may have left objects behind; the doctor counts them, sweeping takes them.
    assert len(list(store.listed("blobs"))) <= stops + 1


def test_a_full_disk_refuses_kindly_and_keeps_what_was_there(lan, db, tmp_path, settings):
    from dataclasses import replace

    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(small)], capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    try:
        settings.VERMILION = replace(settings.VERMILION, store_url=small.as_uri())
        first = actions.store(actor=lan, stream=[bytes(1_000_000)], name="a", at=NOON)
        with pytest.raises(actions.StoreSilent):
            actions.store(
                actor=lan, stream=(os.urandom(100_000) for _ in range(90)), name="b", at=NOON
            )

        assert models.Blob.objects.count() == 1
        assert fixity.soundness(first) is Soundness.SOUND
        assert [each.place for each in store.listed("blobs")] == [first.place]
        with transaction.atomic():
            second = actions.store(actor=lan, stream=[b"small"], name="c", at=NOON)
        assert b"".join(queries.opened(second)) == b"small"
    finally:
        subprocess.run(["umount", str(small)], check=True)


SENDER = """
    import os, sys
    import django
    django.setup()
    from django.conf import settings
    from dataclasses import replace
    settings.VERMILION = replace(settings.VERMILION, home=sys.argv[1], store_url="", clamd="")
    from django.db import connection
    connection.settings_dict["NAME"] = sys.argv[2]
    from vermilion.files import actions
    from vermilion.kernel.actors import system
    from vermilion.kernel import clock
    while True:
        content = (os.urandom(1024) * 1024 for _ in range(6))
        made = actions.hand_in(actor=system("t"), stream=content, name="a", at=clock.now())
        print(made.blob_id, flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_kill_9_while_files_come_in_loses_nothing_acknowledged(home):
    acknowledged: list[int] = []
    for delay in (0.05, 0.2, 0.4):
        sender = subprocess.Popen(
            [
                sys.executable, "-c", textwrap.dedent(SENDER), str(home),
                connection.settings_dict["NAME"],
            ],
            stdout=subprocess.PIPE, text=True,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "vermilion.site.settings"},
        )  # fmt: skip
        assert sender.stdout is not None
        acknowledged.append(int(sender.stdout.readline()))
        time.sleep(delay)
        os.kill(sender.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in sender.stdout if line.strip()]
        sender.wait()

    kept = set(models.Blob.objects.values_list("pk", flat=True))
    assert set(acknowledged) <= kept
    assert list(checks.every_blob_has_its_object()) == []
    for blob in models.Blob.objects.select_related("key").order_by("pk"):
        assert fixity.soundness(blob) is Soundness.SOUND
