"""What acts, subjects and facts are called, collected from the packages that perform them."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec

from vermilion.audit import types as audit

PAGES: Mapping[str, str] = {
    "document": "desk:document",
    "entry": "registry:entry",
    "body": "directory:body",
    "person": "directory:person",
    "circle": "directory:circle",
    "sheet": "directory:sheet",
}
"""The page of each kind of subject that has one, by the name of its URL."""


def connect(packages: Iterable[str]) -> None:
    """Give the log the words of these packages: `ACTS`, `SUBJECTS` and `FACTS` of their types."""
    acts: dict[str, audit.Word] = {}
    subjects: dict[str, audit.Word] = {}
    facts: dict[str, audit.Word] = {}
    for package in packages:
        if not find_spec(f"{package}.types"):
            continue
        told = vars(import_module(f"{package}.types"))
        acts.update(told.get("ACTS", {}))
        subjects.update(told.get("SUBJECTS", {}))
        facts.update(told.get("FACTS", {}))
    audit.connect(acts=acts, subjects=subjects, facts=facts, pages=PAGES)
