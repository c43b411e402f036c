"""One word per thing: models, states, settings, commands, checks and events are written down."""

import ast
import re
from dataclasses import fields
from importlib import import_module

from django.apps import apps
from django.db import models

from tests.architecture.source import REPOSITORY, listed, modules, packages, tree
from vermilion.site.configuration import Configuration

DOCS = REPOSITORY / "docs"
GLOSSARY = DOCS / "glossary.md"


def _glossary() -> dict[str, list[str]]:
    """The lines of the glossary's tables: the English word, then the other columns."""
    rows = {}
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 5 and not set(cells[0]) <= {"-", ":"}:
            rows[cells[0].strip("`*").lower()] = cells
    return rows


def _in_words(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def test_every_model_has_a_line_in_the_glossary():
    known = _glossary()
    wrong = [
        f"{model._meta.label}: {_in_words(model.__name__)}"
        for model in apps.get_models()
        if model.__module__.startswith("vermilion") and _in_words(model.__name__) not in known
    ]
    assert not wrong, listed(wrong)


def test_every_state_word_has_a_line_in_the_glossary():
    """States are questions put in words: the words are the glossary's."""
    known = _glossary()
    wrong = []
    for package, path in modules("types"):
        module = import_module(".".join(path.relative_to(REPOSITORY).with_suffix("").parts))
        for kind in vars(module).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, models.Choices)
                and kind.__name__ in STATES
            ):
                words = [str(label).lower() for label in kind.labels]
                wrong += [f"{package}.{kind.__name__}: {w}" for w in words if w not in known]
    assert not wrong, listed(wrong)


STATES = {"State", "Standing", "Soundness", "Grade", "Urgency", "Part", "Duty"}


def test_every_line_of_the_glossary_is_filled():
    wrong = [word for word, cells in _glossary().items() if not all(cells[:4])]
    assert not wrong, listed(wrong)


def test_every_setting_says_what_it_means_and_is_in_the_guide():
    reference = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    wrong = []
    for each in fields(Configuration):
        variable, meaning = each.metadata["variable"], each.metadata["meaning"]
        if len(meaning) < 15 or f"`{variable}`" not in reference:
            wrong.append(variable)
    assert not wrong, listed(wrong)


def test_no_setting_is_read_past_the_configuration():
    """One file reads the environment, so that the reference can be whole."""
    allowed = {
        "configuration.py",
        "house.py",
        "home.py",
        "running.py",
        "parts.py",
        "caring.py",
        "embedded.py",
        "__init__.py",
        "asgi.py",
    }
    wrong = []
    for path in (REPOSITORY / "vermilion").rglob("*.py"):
        if "tests" in path.parts or (path.name in allowed and "site" in path.parts):
            continue
        if path.name == "commands.py" or path.parent.name == "reading":
            # A command line, and what reads papers apart, prepare the process they run in.
            continue
        if "os.environ" in path.read_text(encoding="utf-8"):
            wrong.append(str(path.relative_to(REPOSITORY)))
    assert not wrong, listed(wrong)


def test_every_package_says_what_it_is():
    wrong = []
    for package in packages():
        module = tree(REPOSITORY / "vermilion" / package / "__init__.py")
        code = [node for node in module.body if not isinstance(node, ast.Expr)]
        if not ast.get_docstring(module) or code:
            wrong.append(package)
    assert not wrong, listed(wrong)


def test_every_model_says_what_a_row_is():
    wrong = [
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("vermilion")
        and (not model.__doc__ or model.__doc__.startswith(f"{model.__name__}("))
    ]
    assert not wrong, listed(wrong)


def test_constraints_read_as_sentences():
    """That is what the log shows at night."""
    wrong = [
        f"{model._meta.label}: {constraint.name}"
        for model in apps.get_models()
        if model.__module__.startswith("vermilion")
        for constraint in model._meta.constraints
        if not isinstance(constraint, models.Index) and len(str(constraint.name).split("_")) < 3
    ]
    assert not wrong, listed(wrong)
