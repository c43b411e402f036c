"""The table of who listens to what, and the jobs that are asked for by name."""

import ast
from importlib import import_module

from procrastinate.contrib.django import app

from tests.architecture.source import functions, listed, modules, python_files, short, tree
from vermilion.jobs.queue import QUEUES
from vermilion.kernel.events import Event
from vermilion.site.wiring import WIRING


def _events() -> set[type[Event]]:
    found = set()
    for package, path in modules("events"):
        if package == "kernel":
            continue
        name = ".".join(path.relative_to(path.parents[2]).with_suffix("").parts)
        for value in vars(import_module(name)).values():
            if isinstance(value, type) and issubclass(value, Event) and value is not Event:
                found.add(value)
    return found


def test_every_event_has_a_line_in_the_wiring():
    assert _events() - set(WIRING) == set()


def test_the_wiring_names_only_events_that_packages_publish():
    assert set(WIRING) - _events() == set()


def test_every_listener_is_a_handler():
    wrong = [
        f"{event.__name__} -> {handler.__module__}"
        for event, handlers in WIRING.items()
        for handler in handlers
        if handler.__module__.split(".")[2] != "handlers"
    ]
    assert not wrong, listed(wrong)


def test_every_job_asked_for_by_name_exists_and_its_queue_is_served():
    app.perform_import_paths()
    wrong = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and _is_defer(node)):
                continue
            place = f"{short(path)}:{node.lineno}"
            if not (node.args and isinstance(node.args[0], ast.Constant)):
                wrong.append(f"{place}: the name of the job is not written out")
                continue
            name = node.args[0].value
            queue = next((key.value for key in node.keywords if key.arg == "queue"), None)
            if name not in app.tasks:
                wrong.append(f"{place}: there is no job {name}")
            elif not isinstance(queue, ast.Constant) or queue.value != app.tasks[name].queue:
                wrong.append(f"{place}: {name} belongs into the queue {app.tasks[name].queue}")
    assert not wrong, listed(wrong)


def _is_defer(node: ast.Call) -> bool:
    name = ast.unparse(node.func)
    return name == "defer" or (name.endswith(".defer") and name.split(".")[0] == "queue")


def test_every_job_lies_in_a_queue_that_the_worker_serves():
    app.perform_import_paths()
    ours = {name: task.queue for name, task in app.tasks.items() if "builtin" not in name}
    assert {name: queue for name, queue in ours.items() if queue not in QUEUES} == {}


def test_every_job_bears_what_a_later_version_adds():
    """`**_later` lets an old worker take a job that newer code has queued."""
    wrong = []
    for _package, path in modules("jobs"):
        for function in functions(tree(path)):
            is_job = any(
                "task" in ast.unparse(d) or "timetable" in ast.unparse(d)
                for d in function.decorator_list
            )
            if is_job and function.args.kwarg is None:
                wrong.append(f"{short(path)}: {function.name}")
    assert not wrong, listed(wrong)
