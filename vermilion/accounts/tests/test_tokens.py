"""Tokens for programs: one post, some scopes, a day on which they end."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
import typer
from django.urls import reverse
from typer.testing import CliRunner

from tests.cast import MONDAY, OPERATOR, TUESDAY
from vermilion.accounts import actions, commands, models, queries, rules
from vermilion.accounts.tests.conftest import PASSWORD, sign_in
from vermilion.accounts.types import Scope
from vermilion.audit.models import Trace
from vermilion.directory import actions as directory
from vermilion.kernel.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue(lans, lan, office):
    def issued(**changed):
        given = {
            "actor": lan,
            "user_id": lans.pk,
            "appointment_id": office.lan,
            "name": "scanner",
            "scopes": [Scope.READ, Scope.REGISTER],
            "expires_at": MONDAY + timedelta(days=30),
            "at": MONDAY,
        }
        return actions.issue_token(**(given | changed))

    return issued


def test_a_token_speaks_for_its_post_within_its_scopes(issue, office):
    issued = issue()

    actor, scopes = queries.actor_of_token(issued.secret, at=TUESDAY)

    assert (actor.appointment_id, actor.name) == (office.lan, "Trần Thị Lan")
    assert scopes == {Scope.READ, Scope.REGISTER}


def test_only_a_digest_of_it_is_kept(issue):
    issued = issue()

    row = models.Token.objects.get()
    assert issued.secret not in str(vars(row))
    assert row.digest == rules.digest(issued.secret)
    assert issued.secret not in str(list(Trace.objects.values()))


@pytest.mark.parametrize("text", ["", "vml_", "vml_" + "x" * 51, "Bearer", "é" * 60])
def test_what_is_no_token_is_not_looked_for(text, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert queries.actor_of_token(text, at=MONDAY) is None


def test_a_token_that_was_never_issued_opens_nothing(db):
    assert queries.actor_of_token(rules.new_token(), at=MONDAY) is None


def test_a_token_ends_on_its_day(issue):
    issued = issue()

    assert queries.actor_of_token(issued.secret, at=issued.expires_at - timedelta(seconds=1))
    assert queries.actor_of_token(issued.secret, at=issued.expires_at) is None


def test_a_revoked_token_opens_nothing(issue, lan):
    issued = issue()
    actions.revoke_token(actor=lan, token_id=issued.id, at=TUESDAY)

    assert queries.actor_of_token(issued.secret, at=TUESDAY) is None


def test_a_token_ends_with_the_post_and_with_the_account(issue, lans, office):
    first, second = issue(), issue(name="printer")
    actions.lock(actor=OPERATOR, user_id=lans.pk, why="away", at=MONDAY)
    assert queries.actor_of_token(first.secret, at=TUESDAY) is None
    actions.unlock(actor=OPERATOR, user_id=lans.pk, at=MONDAY)

    directory.end_appointment(
        actor=OPERATOR, appointment_id=office.lan, at=MONDAY, on=MONDAY.date()
    )
    assert queries.actor_of_token(second.secret, at=TUESDAY) is None


def test_an_end_that_is_past_or_too_far_is_refused(issue):
    for days in (0, -1, 401):
        with pytest.raises(actions.TokenExpiry):
            issue(expires_at=MONDAY + timedelta(days=days))


def test_a_token_that_may_do_nothing_is_refused(issue):
    with pytest.raises(actions.NoScope):
        issue(scopes=[])


def test_two_tokens_in_force_have_two_names(issue, lan):
    first = issue()
    with pytest.raises(actions.TokenNameTaken, match="scanner"):
        issue()

    actions.revoke_token(actor=lan, token_id=first.id, at=MONDAY)
    issue()


def test_a_token_for_the_post_of_another_is_refused(issue, office):
    with pytest.raises(actions.NotInForce):
        issue(appointment_id=office.minh)


def test_nobody_issues_a_token_in_anothers_name(issue, minh):
    with pytest.raises(NotAllowed):
        issue(actor=minh)


def test_nobody_revokes_the_token_of_another(issue, minh):
    issued = issue()

    with pytest.raises(NotAllowed):
        actions.revoke_token(actor=minh, token_id=issued.id, at=MONDAY)


def test_too_many_requests_within_a_minute_are_told_to_wait(issue, monkeypatch):
    monkeypatch.setattr(rules, "CALLS_A_MINUTE", 3)
    secret = issue().secret

    for _ in range(3):
        actions.spend(secret=secret, at=MONDAY)
    for after, seconds in ((0, 60), (45, 15), (59.5, 1)):
        with pytest.raises(actions.TooManyCalls) as refused:
            actions.spend(secret=secret, at=MONDAY + timedelta(seconds=after))
        assert refused.value.facts == {"seconds": seconds}
    actions.spend(secret=secret, at=MONDAY + timedelta(minutes=1))


def test_the_last_use_is_kept(issue):
    issued = issue()
    actions.spend(secret=issued.secret, at=TUESDAY)

    assert models.Token.objects.get().last_used_at == TUESDAY


def test_the_page_shows_a_token_once(lans, client):
    sign_in(client)
    client.post("/account/proof/", {"password": PASSWORD})
    page = client.post(
        reverse("account:tokens"), {"name": "scanner", "scopes": ["read"], "days": "30"}
    ).content.decode()
    secret = page[page.index("vml_") :][:55]

    assert rules.is_token(secret)
    assert queries.actor_of_token(secret, at=TUESDAY)
    again = client.get(reverse("account:tokens")).content.decode()
    assert secret not in again
    assert "scanner" in again


@pytest.fixture
def line():
    """The console command, in a house that is ready already."""
    words = typer.Typer(context_settings={"obj": nullcontext})
    commands.mount(words)
    return words


def test_the_command_prints_a_token_that_works(line, lans, office, now):
    result = CliRunner().invoke(
        line, ["token", "lan", "--scope", "read", "--days", "7", "--called", "desk"]
    )

    assert result.exit_code == 0, result.output
    secret = result.stdout.splitlines()[0]
    actor, scopes = queries.actor_of_token(secret, at=TUESDAY)
    assert (actor.appointment_id, scopes) == (office.lan, {Scope.READ})
    assert queries.actor_of_token(secret, at=MONDAY + timedelta(days=7)) is None


def test_the_command_refuses_in_words(line, lans, now):
    nobody = CliRunner().invoke(line, ["token", "nobody"])
    assert nobody.exit_code == 1
    assert "not here" in nobody.output


def test_the_api_takes_a_token_and_tells_it_to_wait(issue, client, now, monkeypatch):
    monkeypatch.setattr(rules, "CALLS_A_MINUTE", 2)
    headers = {"authorization": f"Bearer {issue().secret}"}

    answers = [client.get("/api/v1/audit/entries", headers=headers) for _ in range(3)]

    assert answers[0].status_code in (200, 403), answers[0].content
    assert answers[2].status_code == 429
    assert answers[2]["Content-Type"] == "application/problem+json"
    assert answers[2]["Retry-After"] == "60"
    assert models.Token.objects.get().last_used_at == MONDAY


def test_the_api_knows_no_token_that_was_revoked(issue, lan, client, now):
    issued = issue()
    actions.revoke_token(actor=lan, token_id=issued.id, at=MONDAY)

    answer = client.get(
        "/api/v1/audit/entries", headers={"authorization": f"Bearer {issued.secret}"}
    )

    assert answer.status_code == 401
