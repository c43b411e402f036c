"""The pages of docs/reference, written from the code. `make snapshots` renews them.

A test compares what is written with what would be: a page that is stale fails, and the diff of
these pages is read like code. Who may do what is `rights.md`.
"""

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
HOUSE = REPOSITORY / "vermilion"
REFERENCE = REPOSITORY / "docs" / "reference"
GENERATED = "<!-- Written by `make snapshots` from the code. Do not edit. -->\n\n"


def pages() -> dict[str, Callable[[], str]]:
    """Every generated page and what writes it."""
    return {
        "settings.md": settings,
        "commands.md": commands,
        "events.md": events,
        "checks.md": checks,
        "rights.md": rights,
        "jobs.md": jobs,
        "urls.txt": urls,
        "openapi.json": openapi,
        "schema.sql": schema,
    }


def settings() -> str:
    """Every setting of an installation."""
    from vermilion.site.configuration import Configuration

    lines = [GENERATED, "# Settings\n\nOne environment variable each, read once at the start.\n\n"]
    lines += ["| Variable | Default | Meaning |\n|---|---|---|\n"]
    for each in fields(Configuration):
        default = f"`{each.default}`" if each.default else "empty"
        meaning = each.metadata["meaning"].replace("|", "\\|")
        lines.append(f"| `{each.metadata['variable']}` | {default} | {meaning} |\n")
    return "".join(lines)


def commands() -> str:
    """Every word of the console command, with its options."""
    import typer

    from vermilion.site.commands.line import line

    root = typer.main.get_command(line)
    lines = [GENERATED, "# Commands\n\n", f"{root.help}\n\n"]
    for name, command in _walk(root, "vermilion"):
        lines.append(f"## {name}\n\n{_unwrapped(command.help or '')}\n\n")
        for each in command.params:
            if getattr(each, "hidden", False) or "--help" in each.opts:
                continue
            word = each.opts[0] if each.param_type_name == "option" else each.name.upper()
            lines.append(f"- `{word}`: {_unwrapped(getattr(each, 'help', '') or '')}\n")
        lines.append("\n" if lines[-1].startswith("-") else "")
    return "".join(lines).rstrip() + "\n"


def events() -> str:
    """Every event, what it tells, and who listens."""
    from vermilion.site.wiring import WIRING

    lines = [GENERATED, "# Events\n\nPublished inside the transaction of the act.\n\n"]
    for event in sorted(WIRING, key=lambda each: (each.__module__, each.__name__)):
        package = event.__module__.split(".")[1]
        heard = [f"`{h.__module__.split('.')[1]}.{h.__name__}`" for h in WIRING[event]]
        told = [each.name for each in fields(event) if each.name not in ("actor", "at")]
        lines.append(f"## {event.__name__}\n\n{_docstring(event)}\n\n")
        lines.append(f"- Published by: `{package}`\n- Tells: {', '.join(told) or 'nothing more'}\n")
        lines.append(f"- Heard by: {', '.join(heard) or 'nobody yet'}\n\n")
    return "".join(lines).rstrip() + "\n"


def checks() -> str:
    """Every check of the doctor, and what is true when it finds nothing."""
    from vermilion.site import doctor

    lines = [GENERATED, "# Checks\n\nWhat `vermilion doctor` asks. When a check finds nothing:\n\n"]
    lines += ["| Check | When | True when it finds nothing |\n|---|---|---|\n"]
    for each in doctor.checks():
        when = "`--deep`" if each.deep else "always"
        lines.append(f"| `{each.id}` | {when} | {each.promise} |\n")
    return "".join(lines)


def jobs() -> str:
    """Every job, its queue and its timetable."""
    from procrastinate.contrib.django import app

    app.perform_import_paths()  # type: ignore[no-untyped-call] # procrastinate's own
    clock = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    lines = [GENERATED, "# Jobs\n\n| Job | Queue | When | What comes about |\n|---|---|---|---|\n"]
    for name, task in sorted(app.tasks.items()):
        if "builtin" in name:
            continue
        when = f"`{clock[name]}`" if name in clock else "when asked for"
        lines.append(f"| `{name}` | {task.queue} | {when} | {_docstring(task.func)} |\n")
    return "".join(lines)


def rights() -> str:
    """Who may do what, from the policies: each in a sentence, with every reason against."""
    lines = [GENERATED, "# Rights: who may do what\n\n"]
    lines += [
        "Each line is a policy in the code, in its own words; below it, the reasons for which\n"
    ]
    lines += ["it says no. A change of this page is a change of rights and is reviewed as one.\n\n"]
    for path in sorted(HOUSE.glob("*/policy.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        policies = {n.name: n for n in module.body if isinstance(n, ast.FunctionDef)}
        shown = [node for name, node in policies.items() if name.startswith("can_")]
        if not shown:
            continue
        lines.append(f"## {path.parent.name}\n\n")
        for node in shown:
            act = node.name.removeprefix("can_").replace("_", " ")
            lines.append(f"- **{act}**: {_unwrapped(ast.get_docstring(node) or '')}\n")
            lines += [f"    - no, when: {reason}\n" for reason in _reasons(node, policies)]
        lines.append("\n")
    return "".join(lines).rstrip() + "\n"


def urls() -> str:
    """Every door, one a line, with its name."""
    from django.urls import URLPattern, URLResolver, get_resolver

    def doors(resolver: URLResolver, before: str, space: str) -> Iterator[str]:
        for pattern in resolver.url_patterns:
            path = before + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield f"{path}  {space}{pattern.name or path}\n"
            else:
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from doors(pattern, path, inner)

    return "".join(sorted(doors(get_resolver(), "", "")))


def openapi() -> str:
    """The description of the API."""
    from django.test import Client

    described: Any = Client(headers={"host": "localhost"}).get("/api/v1/openapi.json").json()
    return json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schema() -> str:
    """The schema of the database, as the migrations make it in an empty one."""
    from vermilion.site import embedded

    with tempfile.TemporaryDirectory(prefix="vermilion-schema-", dir=_roomy()) as folder:
        home = Path(folder)
        with embedded.running(home, settings={"fsync": "off", "timezone": "UTC"}) as server:
            environment = {
                **os.environ,
                "VERMILION_HOME": str(home),
                "VERMILION_DATABASE_URL": server.url(),
            }
            migrate = [sys.executable, "manage.py", "migrate", "-v0"]
            subprocess.run(migrate, cwd=REPOSITORY, env=environment, check=True)  # noqa: S603 - our own words
            dump = [embedded.program("pg_dump"), "--schema-only", "--no-owner", server.url()]
            made = subprocess.run(dump, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return _normalised(made.stdout)


def _roomy() -> str | None:
    """A folder with a short name: the socket of a server must fit into 107 bytes."""
    return "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108 - a folder of a new name is made in it


def _normalised(dump: str) -> str:
    """Without what differs from one day, server or machine to the next."""
    of_a_month = re.compile(r"audit_trace_(\d{4}_\d{2})")
    kept = []
    for block in re.split(r"\n\n\n?(?=--\n)", dump):
        body = "\n".join(
            line
            for line in block.splitlines()
            if line and not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))
        )
        if body and not of_a_month.search(body):
            kept.append(body)
    return "\n\n".join(kept) + "\n"


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    for word, each in sorted(getattr(command, "commands", {}).items()):
        if hasattr(each, "commands"):
            yield from _walk(each, f"{name} {word}")
        else:
            yield f"{name} {word}", each


def _reasons(node: ast.FunctionDef, policies: dict[str, ast.FunctionDef]) -> list[str]:
    """The sentences with which a policy, or one that it leans on, refuses."""
    found: list[str] = []
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        each = waiting.pop(0)
        seen.add(each.name)
        for call in ast.walk(each):
            if not isinstance(call, ast.Call):
                continue
            name = ast.unparse(call.func)
            if name in ("_", "gettext", "gettext_lazy") and isinstance(call.args[0], ast.Constant):
                found.append(_unwrapped(str(call.args[0].value)))
            elif name in policies and name not in seen:
                waiting.append(policies[name])
    return list(dict.fromkeys(found))


def _docstring(thing: Any) -> str:
    return _unwrapped((thing.__doc__ or "").strip().split("\n\n")[0])


def _unwrapped(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def main() -> None:
    """Write every page."""
    from vermilion.site.commands.house import django_ready

    os.environ["VERMILION_LANGUAGE"] = "en"
    REFERENCE.mkdir(parents=True, exist_ok=True)
    with django_ready():
        import_module("vermilion.site.urls")
        for name, write in pages().items():
            path = REFERENCE / name
            text = write()
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                sys.stdout.write(f"renewed docs/reference/{name}\n")


if __name__ == "__main__":
    main()
