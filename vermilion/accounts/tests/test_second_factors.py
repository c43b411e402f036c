"""One-time codes, recovery codes and passkeys; and the duties that ask for them."""

import json
import re
import time
from dataclasses import replace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings as present
from django.core.cache import cache
from django.urls import reverse

from tests.cast import MONDAY, OPERATOR
from vermilion.accounts import actions, checks, queries, sealing
from vermilion.accounts.tests.authenticator import Passkey
from vermilion.accounts.tests.conftest import PASSWORD, sign_in
from vermilion.accounts.types import Way
from vermilion.audit.models import Trace

pytestmark = pytest.mark.django_db


def code_now(secret: str) -> str:
    """What the application on the telephone shows."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def options_on(page) -> dict:
    """What the page gives to the passkey."""
    found = re.search(
        r'<script id="passkey-options" type="application/json">(.*?)</script>',
        page.content.decode(),
    )
    given = json.loads(found.group(1))
    return given.get("creation_options") or given["request_options"]


@pytest.fixture
def inside(lans, client):
    """Lan's browser, signed in and proven."""
    sign_in(client)
    client.post("/account/proof/", {"password": PASSWORD})
    return client


@pytest.fixture
def with_codes(inside, django_capture_on_commit_callbacks):
    """The secret in the application on Lan's telephone."""
    page = inside.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'<bdi class="code">([A-Z2-7]{32})</bdi>', page).group(1)
    with django_capture_on_commit_callbacks(execute=True):
        answer = inside.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer.status_code == 302, answer.content.decode()
    # A code is good once; the test signs in within the same half minute.
    cache.clear()
    return secret


@pytest.fixture
def with_passkey(inside):
    """A passkey on Lan's telephone."""
    passkey = Passkey()
    options = options_on(inside.get(reverse("mfa_add_webauthn")))
    answer = inside.post(
        reverse("mfa_add_webauthn"),
        {"name": "phone", "passwordless": "on", "credential": passkey.created(options)},
    )
    assert answer.status_code == 302, answer.content.decode()
    return passkey


def recovery_codes(page) -> list[str]:
    return re.findall(r'<li><bdi class="code">([0-9]+)</bdi></li>', page.content.decode())


def test_the_password_alone_is_not_enough_with_codes(with_codes, browser):
    other = browser()

    answer = sign_in(other)

    assert answer.url == reverse("mfa_authenticate")
    assert other.get("/account/sessions/").status_code == 302
    answer = other.post(reverse("mfa_authenticate"), {"code": code_now(with_codes)})
    assert answer.status_code == 302
    assert other.get("/account/sessions/").status_code == 200
    began = Trace.objects.filter(act="accounts.session.began").last()
    assert began.facts["second_factor"] is True


def test_a_code_is_good_once(with_codes, browser):
    code = code_now(with_codes)
    first, second = browser(), browser()
    for each in (first, second):
        sign_in(each)
        each.post(reverse("mfa_authenticate"), {"code": code})

    assert first.get("/account/sessions/").status_code == 200
    assert second.get("/account/sessions/").status_code == 302


def test_codes_cannot_be_guessed_through(with_codes, browser):
    other = browser()
    sign_in(other)
    for number in range(5):
        other.post(reverse("mfa_authenticate"), {"code": f"{number:06d}"})

    answer = other.post(reverse("mfa_authenticate"), {"code": code_now(with_codes)})

    assert "Wait five minutes" in answer.content.decode()
    assert Trace.objects.filter(act="accounts.session.refused").count() == 5


def test_the_secret_lies_encrypted(with_codes):
    row = Authenticator.objects.get(type="totp")

    assert with_codes not in json.dumps(row.data)
    assert sealing.unseal(row.data["secret"]) == with_codes
    seed = Authenticator.objects.get(type="recovery_codes").data["seed"]
    assert seed.startswith("v1.")


@pytest.mark.parametrize("damaged", ["JBSWY3DPEHPK3PXP", "v1.", "v1.AAAA", "v2.xyz"])
def test_what_is_not_sealed_by_this_house_is_not_read(damaged):
    with pytest.raises(sealing.NotOurs):
        sealing.unseal(damaged)


def test_the_same_secret_is_never_sealed_the_same():
    assert sealing.seal("secret") != sealing.seal("secret")
    assert sealing.unseal(sealing.seal("bí mật")) == "bí mật"


def test_recovery_codes_are_shown_once_and_good_once(with_codes, inside, browser):
    shown = recovery_codes(inside.get(reverse("mfa_view_recovery_codes")))
    assert len(shown) == 10
    assert recovery_codes(inside.get(reverse("mfa_view_recovery_codes"))) == []

    for expected in (200, 302):
        other = browser()
        sign_in(other)
        other.post(reverse("mfa_authenticate"), {"code": shown[0]})
        assert other.get("/account/sessions/").status_code == expected


def test_setting_up_and_removing_is_written_down(with_codes, inside):
    inside.post(reverse("mfa_deactivate_totp"))

    told = Trace.objects.filter(act__startswith="accounts.second_factor.").order_by("id")
    kinds = {(trace.act.rsplit(".", 1)[1], trace.facts["kind"]) for trace in told}
    assert ("added", "totp") in kinds
    assert ("removed", "totp") in kinds


def test_nothing_is_set_up_without_proving_who_one_is(lans, client):
    sign_in(client)

    for name in ("mfa_activate_totp", "mfa_add_webauthn"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302
        assert answer.url.startswith("/account/proof/")


def test_a_passkey_opens_the_house_alone(with_passkey, lans, browser):
    other = browser()
    asked = other.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    answer = other.post(
        reverse("mfa_login_webauthn"),
        {"credential": with_passkey.proven(asked.json()["request_options"])},
    )

    assert answer.status_code == 302
    assert other.session["_auth_user_id"] == str(lans.pk)
    began = Trace.objects.filter(act="accounts.session.began").last()
    assert began.facts["method"] == "passkey"


def test_a_passkey_is_the_second_step_after_a_password(with_passkey, browser):
    other = browser()
    assert sign_in(other).url == reverse("mfa_authenticate")
    options = options_on(other.get(reverse("mfa_authenticate")))

    other.post(reverse("mfa_authenticate"), {"credential": with_passkey.proven(options)})

    assert other.get("/account/sessions/").status_code == 200


def refused_at_the_door(browser, passkey, change=lambda given: given):
    other = browser()
    asked = other.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    credential = change(passkey.proven(asked.json()["request_options"]))
    other.post(reverse("mfa_login_webauthn"), {"credential": credential})
    return "_auth_user_id" not in other.session


def test_a_passkey_of_a_stranger_opens_nothing(with_passkey, browser):
    stranger = Passkey(user=with_passkey.user)

    assert refused_at_the_door(browser, stranger)


def test_a_passkey_that_asked_for_no_finger_opens_nothing(with_passkey, browser):
    assert refused_at_the_door(browser, replace(with_passkey, verifies=False))


def test_an_answer_for_another_house_opens_nothing(with_passkey, browser):
    assert refused_at_the_door(browser, replace(with_passkey, rp_id="elsewhere.example"))


def test_an_answer_cannot_be_used_twice(with_passkey, browser):
    other = browser()
    asked = other.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    credential = with_passkey.proven(asked.json()["request_options"])
    other.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert "_auth_user_id" in other.session

    again = browser()
    again.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    again.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert "_auth_user_id" not in again.session


@pytest.mark.parametrize("nonsense", ["", "{}", "[]", "null", '{"response": {}}', "not json"])
def test_nonsense_instead_of_a_passkey_breaks_nothing(db, browser, nonsense):
    other = browser()
    other.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    answer = other.post(reverse("mfa_login_webauthn"), {"credential": nonsense})

    assert answer.status_code < 500
    assert "_auth_user_id" not in other.session


def test_the_pages_of_security_are_shown(with_passkey, inside):
    listed = inside.get(reverse("mfa_index")).content.decode()
    assert "phone" in listed

    key = Authenticator.objects.get(type="webauthn").pk
    inside.post(reverse("mfa_edit_webauthn", args=[key]), {"name": "office computer"})
    assert "office computer" in inside.get(reverse("mfa_list_webauthn")).content.decode()
    assert inside.get(reverse("mfa_remove_webauthn", args=[key])).status_code == 200
    inside.post(reverse("mfa_remove_webauthn", args=[key]))
    assert not Authenticator.objects.filter(pk=key).exists()


def test_no_page_of_signing_in_holds_script_or_style_of_its_own(with_codes, inside, browser):
    other = browser()
    pages = [other.get("/account/sign-in/"), inside.get(reverse("mfa_index"))]
    pages.append(inside.get(reverse("mfa_add_webauthn")))
    for page in pages:
        text = page.content.decode()
        scripts = re.findall(r"<script\b[^>]*>", text)
        assert all("src=" in each or "application/json" in each for each in scripts), scripts
        assert "<style" not in text
        assert not re.search(r"\son[a-z]+=", text)


# Duties that ask for one.


@pytest.fixture
def nam(an_administrator, account_of):
    assert present.VERMILION.second_factor == "administrator,security"
    return account_of(an_administrator, "nam")


def test_an_administrator_with_a_password_alone_is_asked_for_more(nam, client):
    sign_in(client, "nam")

    answer = client.get(reverse("account:people"))

    assert answer.status_code == 403
    assert "more than a password" in answer.content.decode()
    assert client.get(reverse("mfa_index")).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_opens_everything_at_once(nam, client):
    sign_in(client, "nam")
    client.post("/account/proof/", {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'<bdi class="code">([A-Z2-7]{32})</bdi>', page).group(1)
    client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})

    assert queries.has_second_factor(nam.pk)
    assert client.get(reverse("account:people")).status_code == 200


def test_a_clerk_is_not_asked(lans, client):
    sign_in(client)
    client.post("/account/proof/", {"password": PASSWORD})

    assert client.get(reverse("account:tokens")).status_code == 200


def test_the_doctor_counts_who_owes_one(nam, lans, now):
    [finding] = checks.duties_that_need_it_have_a_second_factor()
    assert finding.facts["n"] == 1


def test_lost_second_factors_are_removed_by_an_administrator(
    with_codes, lans, an_administrator, browser
):
    actions.remove_second_factors(actor=an_administrator, user_id=lans.pk, at=MONDAY)

    other = browser()
    sign_in(other)
    assert other.get("/account/sessions/").status_code == 200
    assert Trace.objects.get(act="accounts.second_factors.removed").facts["number"] == 2


def test_a_new_password_leaves_the_second_factor(with_codes, lans, browser):
    link = actions.issue_recovery(actor=OPERATOR, user_id=lans.pk, way=Way.HANDED, at=MONDAY)
    new = "năm từ khác hẳn lần trước"
    other = browser()
    other.post(reverse("account:recover", args=[link.secret]), {"password": new, "again": new})

    assert sign_in(other, password=new).url == reverse("mfa_authenticate")
