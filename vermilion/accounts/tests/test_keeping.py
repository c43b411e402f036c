"""Administrators keep the accounts of their branch, and nobody else's."""

from dataclasses import replace

import pytest
from django.urls import reverse

from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE
from vermilion.accounts import actions, models, queries
from vermilion.accounts.tests.conftest import PASSWORD, sign_in
from vermilion.accounts.types import State, Way
from vermilion.audit.models import Trace
from vermilion.directory import actions as directory
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def nam(an_administrator, account_of, client, settings):
    """The administrator, signed in and proven."""
    settings.VERMILION = replace(settings.VERMILION, second_factor="")
    account_of(an_administrator, "nam")
    sign_in(client, "nam")
    client.post("/account/proof/", {"password": PASSWORD})
    return client


def test_an_account_is_opened_without_a_password(tuan, an_administrator):
    user = actions.open_account(actor=an_administrator, person_id=tuan.person_id, at=MONDAY)

    assert user.sign_in_name == "tuan.pa"
    assert not user.has_usable_password()
    trace = Trace.objects.get(act="accounts.account.opened")
    assert trace.actor["name"] == an_administrator.name


def test_a_person_has_one_account(lans, lan):
    with pytest.raises(actions.AccountExists, match="lan"):
        actions.open_account(actor=OPERATOR, person_id=lan.person_id, at=MONDAY)


def test_a_name_is_taken_once_in_whatever_case(lans, minh):
    with pytest.raises(actions.NameTaken):
        actions.open_account(
            actor=OPERATOR, person_id=minh.person_id, sign_in_name="LAN", at=MONDAY
        )


@pytest.mark.parametrize("name", ["l", "lan trần", "lân", "-lan", "a" * 61, "lan@office"])
def test_a_name_that_not_every_keyboard_types_is_refused(lan, name):
    with pytest.raises(actions.NotASignInName):
        actions.open_account(actor=OPERATOR, person_id=lan.person_id, sign_in_name=name, at=MONDAY)


def test_the_branch_below_is_kept_and_the_neighbour_is_not(tuan, a_stranger, an_administrator):
    actions.open_account(actor=an_administrator, person_id=tuan.person_id, at=MONDAY)

    with pytest.raises(NotAllowed, match="outside your branch"):
        actions.open_account(actor=an_administrator, person_id=a_stranger.person_id, at=MONDAY)


def test_one_post_outside_the_branch_is_enough_to_refuse(office, tuan, an_administrator):
    """With a new password for Tuấn, the administrator would step into that post as well."""
    user = actions.open_account(actor=OPERATOR, person_id=tuan.person_id, at=LONG_AGO)
    post = directory.create_post(
        actor=OPERATOR,
        body_id=office.neighbour_id,
        title="Cộng tác viên",
        duties=[Duty.SPECIALIST],
        at=LONG_AGO,
        on=SINCE,
    )
    directory.appoint(
        actor=OPERATOR, person_id=tuan.person_id, post_id=post.pk, at=LONG_AGO, on=SINCE
    )

    with pytest.raises(NotAllowed, match="outside your branch"):
        actions.issue_recovery(actor=an_administrator, user_id=user.pk, way=Way.HANDED, at=MONDAY)


@pytest.mark.parametrize("who", ["lan", "minh", "hoa"])
def test_nobody_but_administrators_keeps_accounts(who, lans, request):
    actor = request.getfixturevalue(who)

    for act in (actions.unlock, actions.close_account, actions.remove_second_factors):
        with pytest.raises(NotAllowed):
            act(actor=actor, user_id=lans.pk, at=MONDAY)


def test_nobody_keeps_ones_own_account(an_administrator, account_of):
    own = account_of(an_administrator, "nam")

    with pytest.raises(NotAllowed, match="own account"):
        actions.lock(actor=an_administrator, user_id=own.pk, why="?", at=MONDAY)


def test_a_closed_account_is_over(lans, an_administrator, client):
    actions.close_account(actor=an_administrator, user_id=lans.pk, at=MONDAY)

    user = queries.account(lans.pk)
    assert user.state is State.CLOSED
    assert not user.is_active
    assert sign_in(client).status_code == 200


def test_thousands_are_opened_in_one_statement_and_named_alike_each_time(
    office, django_assert_max_num_queries
):
    people = {
        directory.enter_person(
            actor=OPERATOR, full_name="Nguyễn Văn An", kept_by_id=office.body_id, at=LONG_AGO
        ).pk: "Nguyễn Văn An"
        for _ in range(30)
    }
    [chosen, *_others] = people
    with django_assert_max_num_queries(8):
        number = actions.open_accounts_in_bulk(
            actor=OPERATOR, people=people, names={chosen: "an"}, at=MONDAY
        )

    names = [queries.account_of(person).sign_in_name for person in people]
    assert number == 30
    assert names[:3] == ["an", "an.nv", "an.nv2"]
    assert len(set(names)) == 30
    assert actions.open_accounts_in_bulk(actor=OPERATOR, people=people, at=MONDAY) == 0


def test_only_an_operator_opens_accounts_in_bulk(lan):
    with pytest.raises(NotAllowed):
        actions.open_accounts_in_bulk(actor=lan, people={}, at=MONDAY)


def test_the_page_lists_the_branch_and_how_accounts_stand(nam, lans, tuan, a_stranger):
    actions.lock(actor=OPERATOR, user_id=lans.pk, why="lost tablet", at=MONDAY)

    page = nam.get(reverse("account:people")).content.decode()

    for name in ("Trần Thị Lan", "Phan Anh Tuấn"):
        assert name in page
    assert "Dương Văn Sơn" not in page
    assert "locked" in page
    assert "no account" in page


def test_the_page_finds_a_name_typed_without_tones(nam):
    page = nam.get(reverse("account:people"), {"q": "tran lan"}).content.decode()

    assert "Trần Thị Lan" in page
    assert "Phan Anh Tuấn" not in page


def test_the_list_costs_the_same_however_many_people(
    lans, an_administrator, office, django_assert_num_queries
):
    for number in (2, 12):
        with django_assert_num_queries(5):
            rows = queries.accounts_in_branch(an_administrator, on=MONDAY.date(), number=number)
            assert len(rows) == number


def test_the_list_goes_on_after_a_person(an_administrator, office):
    on = MONDAY.date()
    every = queries.accounts_in_branch(an_administrator, on=on, number=100)
    first = queries.accounts_in_branch(an_administrator, on=on, number=4)
    rest = queries.accounts_in_branch(
        an_administrator, on=on, after=first[-1].person_id, number=100
    )

    assert [row.person_id for row in first + rest] == [row.person_id for row in every]


def test_an_account_is_opened_and_a_link_handed_over_on_screen(nam, tuan, browser):
    nam.post(reverse("account:person", args=[tuan.person_id]), {"sign_in_name": "tuan"})
    user = queries.account_named("tuan")
    page = nam.post(reverse("account:issue-recovery", args=[user.pk])).content.decode()
    path = page[page.index("/account/recovery/") :].split("<")[0]

    new = "bảy từ của riêng Tuấn thôi"
    answer = browser().post(path, {"password": new, "again": new})

    assert answer.status_code == 303
    assert sign_in(browser(), "tuan", new).status_code == 302


def test_locking_unlocking_and_ending_sessions_on_screen(nam, lans, browser):
    clerk = browser()
    sign_in(clerk)
    nam.post(reverse("account:end-sessions", args=[lans.pk]))
    assert clerk.get("/account/sessions/").status_code == 302

    nam.post(reverse("account:lock", args=[lans.pk]), {"why": "lost tablet"})
    assert sign_in(clerk).url == reverse("account_inactive")
    assert (
        "lost tablet" in nam.get(reverse("account:person", args=[lans.person_id])).content.decode()
    )

    nam.post(reverse("account:unlock", args=[lans.pk]))
    assert sign_in(clerk).status_code == 302


def test_a_page_of_a_stranger_says_why_nothing_can_be_done(nam, a_stranger):
    page = nam.get(reverse("account:person", args=[a_stranger.person_id])).content.decode()

    assert "outside your branch" in page
    assert "disabled" in page


@pytest.mark.parametrize(
    "door", ["lock", "unlock", "close", "end-sessions", "mail-recovery", "remove-second-factors"]
)
def test_the_doors_of_keeping_are_shut_to_clerks(lans, minh, account_of, client, door):
    other = account_of(minh, "minh")
    sign_in(client)
    client.post("/account/proof/", {"password": PASSWORD})

    answer = client.post(reverse(f"account:{door}", args=[other.pk]), {"why": "?"})

    assert answer.status_code == 403
    assert client.get(reverse("account:people")).status_code == 403
    assert models.User.objects.get(pk=other.pk).is_active
