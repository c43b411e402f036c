"""Deterministic populations of an installation, planted through the same actions as any act."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vermilion.directory.types import Entered

SEEDS = ("office", "province", "country")


def is_empty() -> bool:
    """Whether nothing has been planted or entered yet."""
    from vermilion.directory import queries

    return queries.is_empty()


def plant(name: str, *, now: datetime) -> None:
    """Plant the office, the province or the country, with accounts and papers, or nothing at all.

    An installation in which something was entered already is left as it is, and says so. The
    organisation bears a fixed date; papers arrive over the working days before `now`.
    """
    if name not in SEEDS:
        raise ValueError(f"there is no seed called {name!r}; there are {', '.join(SEEDS)}")
    from django.db import transaction

    from vermilion.accounts import actions as accounts
    from vermilion.directory import actions
    from vermilion.documents import actions as documents
    from vermilion.site.seeds import organisations, planting
    from vermilion.site.seeds.kinds import KINDS

    if not is_empty():
        raise NotEmpty(name)
    with transaction.atomic():
        actions.enter_kinds(actor=planting.OPERATOR, kinds=KINDS, at=planting.SEEDED_AT)
        bodies = organisations.ORGANISATIONS[name]()
        with planting.shown(name, len(bodies)) as step:
            entered = (
                planting.at_once(bodies, step)
                if name == "country"
                else planting.act_by_act(bodies, step)
            )
        organisations.settle(entered)
        accounts.open_accounts_in_bulk(
            actor=planting.OPERATOR,
            people=entered.people,
            names=organisations.names_of_cast(bodies, entered),
            at=planting.SEEDED_AT,
        )
    documents.load_types(actor=planting.OPERATOR, at=now)
    _let_them_work(entered, now)


def _let_them_work(entered: "Entered", now: datetime) -> None:
    """The weeks before, and this morning, in the order in which they came about."""
    from vermilion.site.seeds import (
        arrivals,
        earlier,
        going_on,
        habits,
        issued,
        problems,
        waiting,
    )

    habits.plant_before(entered, now=now)
    earlier.plant(entered, now=now)
    documents_of = arrivals.plant(entered, now=now)
    issued.plant(entered, now=now)
    problems.plant(entered, now=now)
    going_on.plant(entered, documents_of, now=now)
    habits.plant_after(entered, now=now)
    waiting.plant(entered, now=now)


class NotEmpty(Exception):
    """Something has been entered already; a seed is planted into bare ground alone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the seed {name} is planted into an empty installation only")
