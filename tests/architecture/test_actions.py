"""Every write is an action: it takes the actor and the time, asks the policy, leaves a trace."""

import ast

from tests.architecture.source import (
    called_names,
    functions,
    listed,
    modules,
    python_files,
    short,
    tree,
)

EXCEPTIONS: dict[str, str] = {
    "accounts.spend": "counts the requests of a token: nobody is asked about it later",
    "access.grant": "never an act of its own: called by the act that is its cause, which is traced",
    "access.end": "never an act of its own: called by the act that is its cause, which is traced",
    "audit.record": "is the trace",
    "files.recognise": "goes on for minutes; each page is kept in a transaction of its own",
    "notices.tell": "never an act of its own: within the act that is told of, which is traced",
    "notices.see": "a mark of one's own; the reading of an alarm is traced by who follows it up",
    "notices.see_about": "the same",
    "notices.see_all": "the same",
    "notices.write_letters": "puts together what acts have told; each letter is a row with times",
    "notices.claim_letter": "the row of the letter says when it was tried",
    "notices.settle_letter": "the row of the letter says when it was sent, or why it was not",
    "followup.await_": "never an act of its own: within the act that is its cause, which is traced",
    "followup.answer": "the same",
    "followup.pass_to": "the same",
    "followup.move_hour": "the same",
    "followup.mark_read": "asked by the seeing of notices; traces each alarm that was read",
    "followup.remind_next": "tells what a person chose to be told; a row says when",
    "documents.refuse_what_the_zone_may_not_carry": "its trace stays",
    "registry.hand_on": "a column of the book, written by the direction that is traced",
    "registry.acknowledge": "a column of the book, written by the taking in that is traced",
    "routing.follow_share": "what the giving that is traced means for the slip, heard by event",
    "routing.show_question": "what the asking that is traced lets be seen, heard by event",
    "files.store": "is hand_in, giving the bytes instead of the upload",
    "files.examine": "a transaction for each stage: the reading of the file lies between them",
    "files.receive_part": "a part is no act: the upload is traced when begun and when finished",
    "files.unpack": "each file taken out is handed in by itself; the reading lies before",
    "arrivals.sight": "how a file looks is no act; taking it in is",
    "arrivals.unsight": "as above",
    "files.picture": "keeps what was drawn for a reader; drawn anew it would be the same",
}
"""Functions in `actions` that may do without policy or trace, each with its reason."""


def _actions():
    """Every action: of a folder of several modules, those that its `__init__` gives out."""
    files = list(modules("actions"))
    given = {
        package: {
            alias.asname or alias.name
            for node in tree(path).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for package, path in files
        if path.name == "__init__.py"
    }
    for package, path in files:
        for function in functions(tree(path)):
            public = not function.name.startswith("_")
            if public and (package not in given or function.name in given[package]):
                yield f"{package}.{function.name}", path, package, function


def _reached(package: str, function: ast.FunctionDef) -> set[str]:
    """What is called by a function, or by the functions beside it that it calls."""
    beside = {
        each.name: each
        for other, path in modules("actions")
        if other == package
        for each in functions(tree(path))
    }
    seen: set[str] = set()
    calls: set[str] = set()
    waiting = [function]
    while waiting:
        found = called_names(waiting.pop())
        calls |= found
        for name in {call.split(".")[-1] for call in found} & set(beside) - seen:
            seen.add(name)
            waiting.append(beside[name])
    return calls


def test_every_action_asks_the_policy():
    wrong = [
        name
        for name, _path, package, function in _actions()
        if name not in EXCEPTIONS
        and not any(call.split(".")[-1] == "require" for call in _reached(package, function))
    ]
    assert not wrong, listed(wrong)


def test_every_action_leaves_a_trace():
    wrong = [
        name
        for name, _path, package, function in _actions()
        if name not in EXCEPTIONS
        and ("record" if package == "audit" else "audit.record") not in _reached(package, function)
    ]
    assert not wrong, listed(wrong)


def test_every_action_takes_the_actor_and_the_time_by_name():
    wrong = []
    for name, path, _package, function in _actions():
        if name in EXCEPTIONS:
            continue
        given = {each.arg for each in function.args.kwonlyargs}
        if function.args.args or not {"actor", "at"} <= given:
            wrong.append(f"{short(path)}: {function.name}")
    assert not wrong, listed(wrong)


def test_every_action_is_one_transaction():
    wrong = [
        name
        for name, _path, _package, function in _actions()
        if name not in EXCEPTIONS
        and not any("transaction.atomic" in ast.unparse(each) for each in function.decorator_list)
        and "transaction.atomic" not in called_names(function)
    ]
    assert not wrong, listed(wrong)


def test_every_action_says_what_comes_about():
    wrong = [
        name for name, _path, _package, function in _actions() if not ast.get_docstring(function)
    ]
    assert not wrong, listed(wrong)


def test_exceptions_are_still_actions():
    assert set(EXCEPTIONS) - {name for name, *_rest in _actions()} == set()


def test_only_actions_write():
    """No other layer creates, changes or removes rows."""
    writes = {"save", "create", "bulk_create", "update_or_create", "get_or_create", "bulk_update"}
    wrong = []
    for path in python_files():
        place = short(path).split("/")
        if len(place) < 3 or place[2].removesuffix(".py") not in LAYERS_THAT_ONLY_READ:
            continue
        if place[1:3] == ["web", "api"]:
            continue  # the ground of the API keeps answers; it is no package's layer
        # What is printed is saved into memory: a sheet or a PDF, never a row.
        saves_rows = place[2].removesuffix(".py") != "printing"
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                said = ast.unparse(node.func)
                if node.func.attr in writes and (
                    ".objects." in said or (saves_rows and said.endswith(".save"))
                ):
                    wrong.append(f"{short(path)}:{node.lineno}: {said}")
    assert not wrong, listed(wrong)


LAYERS_THAT_ONLY_READ = {
    "views",
    "queries",
    "policy",
    "rules",
    "forms",
    "panels",
    "api",
    "checks",
    "handlers",
    "printing",
}
