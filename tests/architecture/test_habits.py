"""What review would otherwise have to look for each time."""

import ast
import re

import pytest

from tests.architecture.source import (
    HOUSE,
    REPOSITORY,
    listed,
    modules,
    python_files,
    short,
    tracked_files,
    tree,
)

LONG_FILES: dict[str, str] = {}
"""Files of more than 400 lines, each with the reason why it still says one thing."""

LONG_FUNCTIONS: dict[str, str] = {}
"""Functions of more than 40 lines of statements, as `path:name`, each with its reason."""

CLOCKS = re.compile(
    r"\b(datetime\.now|datetime\.utcnow|datetime\.today|date\.today|timezone\.now)\("
)
MAY_ASK_THE_TIME = {
    "vermilion/kernel/clock.py": "is the clock",
    "vermilion/site/logs.py": "formats the time that the record carries",
}


def _text_files():
    kinds = {
        ".py",
        ".html",
        ".md",
        ".toml",
        ".txt",
        ".in",
        ".ts",
        ".mjs",
        ".css",
        ".json",
        ".cfg",
        ".yml",
        ".yaml",
        ".service",
        ".sh",
        ".conf",
        ".sql",
        ".po",
        "",
    }
    for path in tracked_files():
        if path.suffix in kinds and "node_modules" not in path.parts:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def test_nobody_but_the_clock_asks_what_time_it_is():
    wrong = [
        f"{short(path)}: {found.group()}"
        for path in python_files()
        if short(path) not in MAY_ASK_THE_TIME
        and (found := CLOCKS.search(path.read_text(encoding="utf-8")))
    ]
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("layer", ["actions", "rules", "policy", "queries"])
def test_the_time_is_given_not_asked_for(layer):
    wrong = [
        short(path)
        for _package, path in modules(layer)
        if "clock.now" in path.read_text(encoding="utf-8")
    ]
    assert not wrong, listed(wrong)


def test_files_say_one_thing():
    long = {
        short(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in (*python_files(with_tests=True), *(REPOSITORY / "tests").rglob("*.py"))
    }
    wrong = [
        f"{name}: {lines} lines"
        for name, lines in long.items()
        if lines > 400 and name not in LONG_FILES
    ]
    assert not wrong, listed(wrong)


def test_functions_say_one_thing():
    """Counted from the first statement: a long signature or docstring says nothing against it."""
    wrong = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                name = f"{short(path)}:{node.name}"
                if length > 40 and name not in LONG_FUNCTIONS:
                    wrong.append(f"{name}: {length} lines")
    assert not wrong, listed(wrong)


def test_nothing_is_named_for_being_useful():
    useless = {"utils", "helpers", "common", "manager", "base", "service", "services", "misc"}
    wrong = [short(path) for path in python_files() if path.stem in useless]
    assert not wrong, listed(wrong)


def test_queries_are_nouns():
    wrong = [
        f"{short(path)}: {node.name}"
        for _package, path in modules("queries")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("get_", "fetch_", "list_"))
    ]
    assert not wrong, listed(wrong)


def test_rules_import_no_django():
    """Plain values in, plain values out. Words to be translated are the one exception."""
    wrong = []
    for _package, path in modules("rules"):
        for node in ast.walk(tree(path)):
            names = []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            wrong += [
                f"{short(path)}: {name}"
                for name in names
                if name.startswith("django") and name != "django.utils.translation"
            ]
    assert not wrong, listed(wrong)


def test_no_save_is_overridden_and_no_signal_is_heard():
    wrong = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and path.stem == "models":
                wrong += [
                    f"{short(path)}: {node.name}.{item.name}"
                    for item in node.body
                    if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}
                ]
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                ("django.db.models.signals", "django.dispatch")
            ):
                wrong.append(f"{short(path)}: signals")
    assert not wrong, listed(wrong)


def test_views_are_plain_functions():
    wrong = [
        f"{short(path)}: {node.name}"
        for _package, path in modules("views")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef | ast.AsyncFunctionDef)
    ]
    assert not wrong, listed(wrong)


def test_a_todo_has_a_number():
    mark = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?! \(#\d+\))")
    wrong = [
        f"{short(path)}:{number}"
        for path, text in _text_files()
        if path.suffix in {".py", ".ts", ".mjs", ".html", ".css", ".sql"}
        and path.name != "test_habits.py"
        for number, line in enumerate(text.splitlines(), 1)
        if mark.search(line)
    ]
    assert not wrong, listed(wrong)


def test_an_exception_from_a_check_has_a_reason():
    """`noqa: S603 - why` and `type: ignore[code] # why`; never without code, never without why."""
    silenced = re.compile(r"#\s*(noqa|type:\s*ignore|pragma|nosec|pyright)")
    reasoned = re.compile(
        r"#\s*noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* - \S.{6,}|#\s*type: ignore\[[\w, -]+\]\s+# \S.{6,}"
    )
    wrong = [
        f"{short(path)}:{number}: {line.strip()[-80:]}"
        for path, text in _text_files()
        if path.suffix == ".py" and "migrations" not in path.parts and path.name != "test_habits.py"
        for number, line in enumerate(text.splitlines(), 1)
        if silenced.search(line) and not reasoned.search(line)
    ]
    assert not wrong, listed(wrong)


BOUNDARIES = {
    "vermilion/web/api/doors.py": "whatever went wrong leaves as a problem with a trace number",
    "vermilion/web/errors.py": "the page that tells of an error must stand when all else fails",
    "vermilion/desk/bulk.py": "one paper that breaks is logged as its result; the others go on",
    "vermilion/files/reading/__main__.py": "a process made to meet hostile files, and to say so",
}
"""Where everything may be caught, because nothing lies beyond."""


def test_nothing_is_caught_without_looking():
    wrong = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ExceptHandler):
                continue
            everything = node.type is None or ast.unparse(node.type) in {
                "Exception",
                "BaseException",
            }
            if everything and short(path) not in BOUNDARIES:
                wrong.append(f"{short(path)}:{node.lineno}")
    assert not wrong, listed(wrong)


def test_no_test_stands_in_for_our_own_code():
    wrong = [
        short(path)
        for path in (*HOUSE.rglob("test_*.py"), *(REPOSITORY / "tests").rglob("*.py"))
        if re.search(r"unittest\.mock|\bmocker\b|MagicMock", path.read_text(encoding="utf-8"))
        and path.name != "test_habits.py"
    ]
    assert not wrong, listed(wrong)


def test_styles_know_no_left_and_no_right():
    """Logical properties only, so that Arabic costs nothing."""
    physical = re.compile(
        r"(?<![\w-])((margin|padding|border)-(left|right)\b|(left|right)\s*:|float\s*:\s*(left|right)"
        r"|text-align\s*:\s*(left|right))"
    )
    wrong = [
        f"{short(path)}:{number}: {line.strip()}"
        for path in sorted(HOUSE.rglob("*.css"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if physical.search(line)
    ]
    assert not wrong, listed(wrong)
