"""Keys and cursors, as addresses have them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from vermilion.kernel.cursors import as_key, as_keys, cursor_of, moment_and_key

NOON = datetime(2026, 11, 20, 12, 0, 0, 250, tzinfo=UTC)


@pytest.mark.parametrize("said", ["7", "007", 7, "9" * 18])
def test_a_number_is_a_key(said: object):
    assert as_key(said) == int(str(said))


@pytest.mark.parametrize("said", ["", "-7", "7.0", " 7", "٧", "७", "²", "9" * 19, None, "7\x00"])
def test_what_is_no_number_of_a_row_is_no_key(said: object):
    assert as_key(said) is None


def test_keys_keep_their_order():
    assert as_keys(["9", "x", "", "4", "9" * 30]) == [9, 4]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=7))])
def test_a_cursor_is_read_as_it_was_written(zone: timezone):
    assert moment_and_key(cursor_of(NOON.astimezone(zone), 12)) == (NOON, 12)


@pytest.mark.parametrize(
    "cursor",
    ["", "~", "2026-11-20~4", "2026-11-20T12:00~4", f"{NOON.isoformat()}~", f"{NOON.isoformat()}~x",
     f"{NOON.isoformat()}~{'9' * 19}", "noon~4"],
)  # fmt: skip
def test_a_cursor_that_somebody_cut_is_none(cursor: str):
    assert moment_and_key(cursor) is None
