"""Doors of accounts. django-allauth's are listed one by one: what is not here is not served."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, URLResolver, include, path

from vermilion.accounts.middleware import without_post
from vermilion.accounts.views import door, keeping, own

_own_pages = [
    path("sessions/", own.sessions, name="sessions"),
    path("sessions/others/end/", own.end_other_sessions, name="end-other-sessions"),
    path("sessions/<slug:name>/end/", own.end_session, name="end-session"),
    path("password/", own.password, name="password"),
    path("tokens/", own.tokens, name="tokens"),
    path("tokens/<int:token_id>/revocation/", own.revoke_token, name="revoke-token"),
    path("post/", own.post, name="post"),
    path("lost/", door.lost, name="lost"),
    path("recovery/<str:secret>/", door.recover, name="recover"),
    path("people/", keeping.people, name="people"),
    path("people/<int:person_id>/", keeping.person, name="person"),
    path("kept/<int:user_id>/recovery/", keeping.recovery, name="issue-recovery"),
    path("kept/<int:user_id>/recovery/mail/", keeping.mail_recovery, name="mail-recovery"),
    path("kept/<int:user_id>/lock/", keeping.lock, name="lock"),
    path("kept/<int:user_id>/unlock/", keeping.unlock, name="unlock"),
    path("kept/<int:user_id>/closure/", keeping.close, name="close"),
    path("kept/<int:user_id>/sessions/end/", keeping.end_sessions, name="end-sessions"),
    path(
        "kept/<int:user_id>/second-factors/removal/",
        keeping.remove_second_factors,
        name="remove-second-factors",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include((_own_pages, "account"))),
    path("account/sign-in/", allauth.login, name="account_login"),
    path("account/sign-out/", without_post(allauth.logout), name="account_logout"),
    path("account/closed/", allauth.account_inactive, name="account_inactive"),
    path("account/proof/", without_post(allauth.reauthenticate), name="account_reauthenticate"),
    path("account/security/", without_post(mfa.index), name="mfa_index"),
    path("account/sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("account/proof/code/", without_post(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("account/security/codes/", without_post(totp.activate_totp), name="mfa_activate_totp"),
    path(
        "account/security/codes/removal/",
        without_post(totp.deactivate_totp),
        name="mfa_deactivate_totp",
    ),
    path(
        "account/security/recovery-codes/",
        without_post(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/security/recovery-codes/new/",
        without_post(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/security/passkeys/",
        without_post(passkeys.list_webauthn),
        name="mfa_list_webauthn",
    ),
    path(
        "account/security/passkeys/new/",
        without_post(passkeys.add_webauthn),
        name="mfa_add_webauthn",
    ),
    path(
        "account/security/passkeys/<int:pk>/",
        without_post(passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/security/passkeys/<int:pk>/removal/",
        without_post(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/proof/passkey/",
        without_post(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/sign-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
]
