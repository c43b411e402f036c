"""The desk asks the database as often with much upon it as with little."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MONDAY
from vermilion.desk.tests.test_lists import a_month as a_month
from vermilion.directory import queries as directory
from vermilion.registry import actions as registry

PEOPLE = ("minh", "lan", "hoa")


def _asked(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_desk_asks_as_often_for_many_papers_as_for_few(
    client, sign_in, office, a_month, a_letter, who
):
    sign_in(getattr(office, who))
    addresses = ["/", "/?view=others", "/?view=late", "/?view=done", "/?mode=table"]
    few = {address: _asked(client, address) for address in addresses}

    lan = directory.actor_in(office.lan, at=MONDAY)
    for number in range(60):
        particulars = replace(a_letter.particulars, symbol=f"{number}-CV/NHIEU")
        paper = replace(a_letter, particulars=particulars, laid_before_id=office.minh)
        registry.register_incoming(actor=lan, received=paper, at=MONDAY)

    many = {address: _asked(client, address) for address in addresses}
    # One more where a list has come to have a second page: how much it has in all.
    grown = {each: many[each] - few[each] for each in addresses}
    assert max(grown.values()) <= 1, grown
    assert max(many.values()) <= 16
