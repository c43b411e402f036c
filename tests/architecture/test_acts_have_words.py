"""Whatever is written into the log can be read there by a person, in words."""

import ast

from django.conf import settings

from tests.architecture.source import REPOSITORY, listed
from vermilion.audit import words


def _recorded():
    """Every act recorded anywhere: its name, the kind of its subject, the file."""
    for file in sorted((REPOSITORY / "vermilion").rglob("*.py")):
        if "tests" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(args=[_, ast.Constant(value=str(act)), subject, *_]) if ast.unparse(
                    node.func
                ).endswith("record"):
                    yield act, _kind(subject), file.relative_to(REPOSITORY)


def _kind(subject: ast.expr) -> str | None:
    if isinstance(subject, ast.JoinedStr) and isinstance(subject.values[0], ast.Constant):
        return subject.values[0].value.partition(":")[0]
    return None


def test_every_act_that_is_recorded_has_words():
    assert settings.configured
    known = {name for name, _words in words.acts()}
    wrong = {f"{act} ({file})" for act, _kind, file in _recorded() if act not in known}
    assert not wrong, listed(sorted(wrong))


def test_every_kind_of_subject_has_words():
    wrong = {
        f"{kind} ({file})"
        for _act, kind, file in _recorded()
        if kind and words.subject_in_words(f"{kind}:1") == f"{kind}:1"
    }
    assert not wrong, listed(sorted(wrong))
