"""Doors that open without signing in, each with its reason. Every other door asks for a sign-in."""

PUBLIC = {
    "account:lost": "whoever cannot sign in asks for a link here; answers alike for every name",
    "account:recover": "opened by a one-time link of 256 random bits, before there is a password",
    "account_inactive": "says to somebody with the right password that the account is locked",
    "account_logout": "whoever is out already is told so, not asked to come in first",
    "account_login": "is the sign-in",
    "mfa_authenticate": "is the second step of the sign-in; the first is kept in the session",
    "mfa_login_webauthn": "is the sign-in by passkey",
    "audit:checkpoint": "whoever keeps the log honest needs no account; digests tell nothing",
    "audit:tile": "the same: tiles hold digests alone",
    "healthz": "a balancer asks it before anybody can sign in, and it tells nothing",
    "web:offline": "shown by the browser itself when the line is down; holds nobody's data",
    "web:preferences": "language and theme are chosen before the sign-in; kept in a cookie",
}
"""Names of URLs as `reverse` takes them (`accounts:sign-in`), each with its reason."""

OPEN_OPERATIONS: dict[str, str] = {}
"""Operations of the API that ask for no token (`get /api/v1/…`), each with its reason."""
