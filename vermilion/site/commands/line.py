"""The words of the console command, and what each is for."""

import typer

from vermilion.site.commands import running
from vermilion.site.commands.house import django_ready

line = typer.Typer(
    name="vermilion",
    help="Vermilion: the shared operations system of public bodies.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@line.command()
def run() -> None:
    """Run database (where embedded), web server and worker together until a signal comes."""
    running.run_all(demo=False)


@line.command()
def demo(
    seed: str = typer.Option("office", help="What to fill it with: office, province or country."),
) -> None:
    """Run a populated installation in which one picks a person to be."""
    running.run_all(demo=True, seed=seed)


@line.command()
def worker() -> None:
    """Carry out jobs until a signal comes. Any number may run, on any number of machines."""
    with django_ready():
        running.work()
