"""What is decided without a database."""

from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vermilion.accounts import rules

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


def test_the_door_shuts_at_the_fifth_failure_and_longer_each_time():
    minutes = [rules.shut_for(n) for n in range(1, 12)]

    assert minutes[:4] == [None] * 4
    assert [m.total_seconds() / 60 for m in minutes[4:]] == [5, 10, 20, 40, 60, 60, 60]


@given(st.integers(0, 10_000))
def test_the_door_never_shuts_for_more_than_an_hour(failures):
    assert (rules.shut_for(failures) or timedelta()) <= timedelta(hours=1)


def test_a_person_is_told_whole_minutes_and_never_none():
    assert rules.minutes_left(NOON + timedelta(seconds=61), NOON) == 2
    assert rules.minutes_left(NOON + timedelta(seconds=1), NOON) == 1
    assert rules.minutes_left(NOON, NOON) == 1


def test_a_token_is_recognised_and_a_mistyped_one_is_not():
    token = rules.new_token()

    assert rules.is_token(token)
    assert not rules.is_token(token[:-1] + ("0" if token[-1] != "0" else "1"))
    assert not rules.is_token(token.replace("vml_", "vmx_"))
    assert not rules.is_token("")
    assert len({rules.new_token() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("full_name", "expected"),
    [
        ("Nguyễn Thị Lan", "lan.nt"),
        ("Đỗ Văn Đạt", "dat.dv"),
        ("Lan", "lan"),
        ("A", "user.a"),
        ("محمد علي", "user"),
        ("राम शर्मा", "user"),
        ("O'Brien Seán", "sean.o"),
    ],
)
def test_names_to_sign_in_can_be_typed_on_every_keyboard(full_name, expected):
    name = rules.name_to_sign_in(full_name)

    assert name == expected
    assert rules.is_sign_in_name(name)


@given(st.text(max_size=200))
def test_any_name_at_all_gives_a_name_to_sign_in(full_name):
    assert rules.is_sign_in_name(rules.name_to_sign_in(full_name))


def test_a_name_that_is_taken_gets_a_number():
    assert list(islice(rules.free_names("lan.nt", {"lan.nt", "lan.nt2"}), 2)) == [
        "lan.nt3",
        "lan.nt4",
    ]


def test_devices_are_called_by_their_names():
    edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0"
    tablet = "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Version/17.0 Safari/604.1"

    assert rules.device_parts(edge) == ("Edge", "Windows")
    assert rules.device_parts(tablet) == ("Safari", "iPad")
    assert rules.device_parts("curl/8") == ("", "")


@pytest.mark.parametrize(
    "foreseen",
    [
        "123456789012",
        "qwertyuiop[]",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "matkhau123456",
        "tranthilan2026",
        "Trần Thị Lan!",
        "lan.tran.lan",
    ],
)
def test_what_anybody_would_try_first_leaves_little(foreseen):
    assert rules.unforeseen(foreseen, ["lan", "Trần Thị Lan"]) < 6


@pytest.mark.parametrize(
    "good", ["bốn từ chẳng ai ghép nhau", "correct horse battery", "mưa rơi trên lá"]
)
def test_words_put_together_leave_enough(good):
    assert rules.unforeseen(good, ["lan", "Trần Thị Lan"]) >= 6
