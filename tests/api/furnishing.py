"""What a process of the house does for the tests, so that its log is sealed with its own key."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from tests.cast import OPERATOR, build_office, found, seat
from vermilion.accounts import actions as accounts
from vermilion.accounts import queries as account_queries
from vermilion.accounts import rules
from vermilion.accounts.types import Scope
from vermilion.directory import queries
from vermilion.kernel.actors import Duty

TOKENS = 20
"""Of each post: one token may call 600 times a minute, and these tests are in a hurry."""


def main(words: list[str]) -> None:
    """One act, by its name."""
    match words:
        case ["furnish"]:
            sys.stdout.write(json.dumps(furnish()))
        case ["revoke", secret]:
            revoke(secret)
        case ["exhaust", secret]:
            exhaust(secret)


def furnish() -> dict[str, object]:
    """Found the office, give its people accounts and their programs tokens; tell of it all."""
    office = build_office()
    root = found("Khối thử nghiệm", kind="central-office")
    posts = {
        "lan": office.lan,
        "minh": office.minh,
        "head_of_it": office.head_of_it,
        "hoa": office.hoa,
        "an_administrator": office.an_administrator,
        "a_stranger": office.a_stranger,
        "keeper": seat(
            "Người Giữ", body_id=root, title="Quản trị viên", duties=[Duty.ADMINISTRATOR]
        ),
    }
    now = datetime.now(UTC)
    people = {
        each.person_id: each.person.full_name for each in queries.seats_of(posts.values()).values()
    }
    accounts.open_accounts_in_bulk(actor=OPERATOR, people=people, at=now)
    long_since = now - timedelta(days=3)
    special = {
        "ended": _issue(office.lan, "ended", at=long_since, until=now - timedelta(days=1)),
        "revoked": _issue(office.lan, "revoked", at=now),
        "hasty": _issue(office.lan, "hasty", at=now),
    }
    for scope in Scope:
        others = [each for each in Scope if each != scope]
        special[scope] = _issue(office.lan, f"without {scope}", at=now, scopes=others)
    return {
        "office": asdict(office),
        "scratch": _scratch(root),
        "programs": {
            name: [_issue(post, f"program {each}", at=now) for each in range(TOKENS)]
            for name, post in posts.items()
        },
        "special": special,
    }


def _issue(
    appointment: int,
    name: str,
    *,
    at: datetime,
    until: datetime | None = None,
    scopes: list[Scope] | None = None,
) -> str:
    actor = queries.actor_in(appointment, at=at)
    user = account_queries.account_of(actor.person_id or 0)
    assert user is not None
    return accounts.issue_token(
        actor=actor,
        user_id=user.pk,
        appointment_id=appointment,
        name=name,
        scopes=list(Scope) if scopes is None else scopes,
        expires_at=until or at + timedelta(days=30),
        at=at,
    ).secret


def _scratch(root: int) -> dict[str, list[int]]:
    bodies = [
        found(f"Cơ quan thử {number}", kind="commune-party", parent_id=root) for number in range(6)
    ]
    appointments = [
        seat(f"Người Thử {number}", body_id=body, title="Chuyên viên", duties=[Duty.SPECIALIST])
        for number, body in enumerate(bodies)
    ]
    seats = queries.seats_of(appointments).values()
    return {
        "bodies": bodies,
        "appointments": appointments,
        "posts": [each.post_id for each in seats],
        "people": [each.person_id for each in seats],
    }


def revoke(secret: str) -> None:
    """End a token, as its owner."""
    now = datetime.now(UTC)
    found_token = account_queries.actor_of_token(secret, at=now)
    assert found_token is not None
    actor, _scopes = found_token
    user = account_queries.account_of(actor.person_id or 0)
    assert user is not None
    [token] = [each for each in account_queries.tokens_of(user.pk) if each.hint == secret[-4:]]
    accounts.revoke_token(actor=actor, token_id=token.id, at=now)


def exhaust(secret: str) -> None:
    """Let a token make all the calls of a minute."""
    now = datetime.now(UTC)
    for _call in range(rules.CALLS_A_MINUTE):
        accounts.spend(secret=secret, at=now)
