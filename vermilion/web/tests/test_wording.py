"""Times, shares and sizes in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from vermilion.web import wording

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)  # noon in Hanoi


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (timedelta(seconds=20), "1 minute left", "soon"),
        (timedelta(minutes=40), "40 minutes left", "soon"),
        (timedelta(hours=4), "4 hours left", "soon"),
        (timedelta(days=1), "24 hours left", "soon"),
        (timedelta(days=3, hours=2), "3 days left", "plain"),
        (-timedelta(minutes=5), "Late by 5 minutes", "late"),
        (-timedelta(hours=23), "Late by 23 hours", "late"),
        (-timedelta(days=1, hours=3), "Late by 1 day", "late"),
    ],
)
def test_a_deadline_is_said_in_words(left, words, tone):
    state = wording.due_state(NOON + left, at=NOON)

    assert (state.words, state.tone) == (words, tone)


def test_what_is_urgent_or_over_has_an_icon_beside_its_words():
    states = [wording.due_state(NOON + left, at=NOON) for left in (timedelta(1), -timedelta(1))]

    assert all(state.icon for state in states)


def test_done_in_time_and_done_late_are_told_apart():
    in_time = wording.due_state(NOON, at=NOON, done_at=NOON - timedelta(hours=1))
    late = wording.due_state(NOON, at=NOON, done_at=NOON + timedelta(hours=1))

    assert (in_time.words, late.words) == ("Done", "Done late")


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "Trễ 2 ngày"), ("hi", "2 दिन विलंब"), ("ar", "متأخر يومين")],
)
def test_every_language_counts_as_it_does(language, words):
    with translation.override(language):
        assert wording.due_state(NOON, at=NOON + timedelta(days=2, hours=1)).words == words


@pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
def test_a_time_is_that_of_the_wall_and_keeps_its_figures(language):
    with translation.override(language), timezone.override("Asia/Ho_Chi_Minh"):
        assert wording.moment(NOON) == "12:00 20/11/2026"
        assert wording.moment(NOON, "day") == "20/11/2026"
        assert wording.moment(NOON.date()) == "20/11/2026"
        assert "UTC+07" in wording.in_full(NOON)


def test_a_share_is_never_rounded_to_none_or_all():
    assert [wording.percent(share) for share in (0, 0.001, 0.684, 0.9999, 1)] == [
        "0%",
        "1%",
        "68%",
        "99%",
        "100%",
    ]


def test_a_size_is_said_in_the_unit_that_fits():
    sizes = [wording.file_size(each) for each in (1, 900, 1536, 20 * 1024**2, 3 * 1024**4)]

    assert sizes == ["1 byte", "900 bytes", "1.5 KB", "20 MB", "3 TB"]


def test_initials_are_of_the_last_two_names():
    names = ("Nguyễn Thị Thu Hà", "Minh", "", "  ")

    assert [wording.initials(name) for name in names] == ["TH", "M", "?", "?"]
