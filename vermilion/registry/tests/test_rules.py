from datetime import date

from vermilion.registry import rules


def test_a_year_runs_from_its_first_day_to_the_first_of_the_next():
    year = rules.calendar_year(date(2026, 11, 2))

    assert (year.since, year.until) == (date(2026, 1, 1), date(2027, 1, 1))


def test_numbers_below_ten_bear_a_zero():
    assert [rules.padded(n) for n in (1, 9, 10, 412)] == ["01", "09", "10", "412"]


A4 = {"width": 595.3, "height": 841.9}


def _mm(place: rules.Box) -> tuple[int, int]:
    return round((place[2] - place[0]) * 210), round((place[3] - place[1]) * 297)


def test_the_stamp_takes_the_prescribed_room_where_there_is_any():
    head = [(0.14, 0.05, 0.9, 0.3)]

    place = rules.room_for_stamp(head, **A4)

    assert _mm(place) == (50, 35)
    assert place[1] > 0.3


def test_on_a_full_page_the_stamp_is_smaller_and_covers_next_to_nothing():
    full = [(0.14, 0.05 + 0.02 * turn, 0.93, 0.066 + 0.02 * turn) for turn in range(44)]

    place = rules.room_for_stamp(full, **A4)

    assert _mm(place) == (35, 24)
    assert min(place) > 0
    assert max(place) < 1
    covered = [
        max(0, min(place[3], line[3]) - max(place[1], line[1]))
        * max(0, min(place[2], line[2]) - max(place[0], line[0]))
        for line in full
    ]
    area = (place[2] - place[0]) * (place[3] - place[1])
    assert sum(covered) < area / 10
