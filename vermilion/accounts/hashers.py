"""How passwords are kept: Argon2id with the second profile of RFC 9106 (64 MiB, three passes)."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """About a tenth of a second on one core of an ordinary server; a guesser pays it each time."""

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 4
