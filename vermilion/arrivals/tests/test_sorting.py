"""Which files belong together."""

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.arrivals import actions, queries
from vermilion.arrivals.models import Arrival
from vermilion.arrivals.types import Standing
from vermilion.kernel.refusals import NotAllowed


def names(actor, arrival):
    return [each.name for each in queries.files_in(actor, arrival)]


def test_several_arrivals_become_one(lan, comes):
    letter = comes(b"%PDF a", names=["cv.pdf"])
    annex = comes(b"%PDF b", names=["pl.pdf"])

    made = actions.gather(actor=lan, arrival_ids=[letter.pk, annex.pk], at=TUESDAY)

    assert made == letter
    assert names(lan, letter) == ["cv.pdf", "pl.pdf"]
    annex.refresh_from_db()
    assert (annex.standing, annex.follows) == (Standing.GATHERED, letter)
    assert list(queries.inbox(lan)) == [letter]


def test_one_arrival_alone_is_not_put_together(lan, comes):
    letter = comes(b"%PDF a")

    with pytest.raises(actions.NotInOneInbox):
        actions.gather(actor=lan, arrival_ids=[letter.pk, letter.pk], at=TUESDAY)


def test_files_are_taken_out_into_one_of_their_own(lan, comes):
    arrival = comes(b"%PDF a", b"%PDF b", b"%PDF c", names=["a.pdf", "b.pdf", "c.pdf"])
    chosen = list(arrival.enclosures.exclude(name="a.pdf").values_list("pk", flat=True))

    [made] = actions.part(
        actor=lan, arrival_id=arrival.pk, enclosure_ids=chosen, each_apart=False, at=TUESDAY
    )

    assert names(lan, arrival) == ["a.pdf"]
    assert names(lan, made) == ["b.pdf", "c.pdf"]


def test_files_are_taken_out_into_one_each(lan, comes):
    arrival = comes(b"%PDF a", b"%PDF b", b"%PDF c", names=["a.pdf", "b.pdf", "c.pdf"])
    chosen = list(arrival.enclosures.exclude(name="a.pdf").values_list("pk", flat=True))

    made = actions.part(
        actor=lan, arrival_id=arrival.pk, enclosure_ids=chosen, each_apart=True, at=TUESDAY
    )

    assert [names(lan, each) for each in made] == [["b.pdf"], ["c.pdf"]]


def test_not_all_files_are_taken_out(lan, comes):
    arrival = comes(b"%PDF a")
    chosen = list(arrival.enclosures.values_list("pk", flat=True))

    with pytest.raises(actions.NothingToPart):
        actions.part(
            actor=lan, arrival_id=arrival.pk, enclosure_ids=chosen, each_apart=False, at=MONDAY
        )


def test_strangers_put_nothing_together(a_stranger, comes):
    letter, annex = comes(b"%PDF a"), comes(b"%PDF b")

    with pytest.raises(NotAllowed, match="Only a clerk"):
        actions.gather(actor=a_stranger, arrival_ids=[letter.pk, annex.pk], at=MONDAY)
    assert Arrival.objects.filter(standing=Standing.GATHERED).count() == 0
