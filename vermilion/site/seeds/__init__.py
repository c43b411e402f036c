"""Deterministic populations of an installation, planted through the same actions as any act."""


def is_empty() -> bool:
    """Whether nothing has been planted or entered yet."""
    return True


def plant(name: str) -> None:
    """Plant the office, the province or the country."""
    del name
