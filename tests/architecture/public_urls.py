"""Doors that open without signing in, each with its reason. Every other door asks for a sign-in."""

PUBLIC = {
    "healthz": "a balancer asks it before anybody can sign in, and it tells nothing",
    "web:offline": "shown by the browser itself when the line is down; holds nobody's data",
    "web:preferences": "language and theme are chosen before the sign-in; kept in a cookie",
}
"""Names of URLs as `reverse` takes them (`accounts:sign-in`), each with its reason."""
