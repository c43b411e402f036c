"""The words of the console command, and what each is for."""

import logging
from typing import Annotated

import typer

import vermilion
from vermilion.site.commands import caring, home, planting, running
from vermilion.site.commands.house import django_ready
from vermilion.site.commands.telling import fail

HELP = """Vermilion: the shared operations system of public bodies.

Exit status: 0 when done, 1 when something is wrong, 2 when the command was not understood.
Settings are environment variables; `vermilion config` shows them."""

line = typer.Typer(
    name="vermilion",
    help=HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Commands of packages find in the context what has the house ready for them.
    context_settings={"help_option_names": ["-h", "--help"], "obj": django_ready},
)


@line.callback()
def _version(
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    if version:
        typer.echo(vermilion.__version__)
        raise typer.Exit


@line.command()
def run() -> None:
    """Run database (where embedded), web server and worker together until a signal comes."""
    _bring_up(demo=False)


@line.command()
def demo(
    seed: Annotated[
        str, typer.Option(help="What to fill it with: office, province or country.")
    ] = "office",
    with_process: Annotated[int, typer.Option(hidden=True)] = 0,
) -> None:
    """Run a populated installation in which one picks a person to be. For this machine alone."""
    _bring_up(demo=True, seed=seed, make=with_process or None)


@line.command()
def web() -> None:
    """Serve pages until a signal comes. Any number may run behind a balancer."""
    with django_ready():
        running.serve()


@line.command()
def worker(
    queue: Annotated[
        list[str] | None, typer.Option(help="Serve this queue alone; may be given several times.")
    ] = None,
) -> None:
    """Carry out jobs until a signal comes. Any number may run, on any number of machines."""
    from vermilion.jobs.queue import QUEUES

    unknown = set(queue or ()) - set(QUEUES)
    if unknown:
        raise fail(
            f"There is no queue {', '.join(sorted(unknown))}; there are {', '.join(QUEUES)}.",
            status=2,
        )
    with django_ready():
        running.work(tuple(queue or ()))


@line.command()
def migrate() -> None:
    """Bring the schema of the database to this version, and collect the static files."""
    with django_ready():
        from vermilion.site.commands.setting_up import set_up

        set_up()


def _bring_up(*, demo: bool, seed: str = "office", make: int | None = None) -> None:
    from vermilion.site import embedded

    try:
        running.run_all(demo=demo, seed=seed, make=make)
    except (home.CannotStart, embedded.DidNotStart) as reason:
        raise fail(str(reason)) from None


line.command()(planting.seed)
line.command()(caring.doctor)
line.command()(caring.backup)
line.command(name="backup-key")(caring.backup_key)
line.command()(caring.restore)
line.command()(caring.config)
line.add_typer(caring.jobs, name="jobs")


def mount() -> None:
    """Add the commands that packages bring along, each from its `commands` module."""
    from importlib import import_module
    from importlib.util import find_spec

    for name in ("audit", "accounts", "files", "directory", "documents", "notices"):
        module = f"vermilion.{name}.commands"
        if find_spec(module):
            import_module(module).mount(line)


logging.captureWarnings(True)
mount()
