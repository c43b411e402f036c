"""Fill an installation with a population."""

from typing import Annotated

import typer

from vermilion.site.commands.house import django_ready
from vermilion.site.commands.telling import fail

NAMES = ("office", "province", "country")


def seed(
    name: Annotated[str, typer.Argument(help="office, province or country")],
    force: Annotated[bool, typer.Option(help="Even where something is entered already.")] = False,
) -> None:
    """Fill an empty installation: one office, one province, or the whole country.

    The same seed gives the same rows every time. An installation that holds anything is left
    alone, unless forced.
    """
    if name not in NAMES:
        raise fail(f"There is no seed {name!r}; there are {', '.join(NAMES)}.", status=2)
    with django_ready():
        from vermilion.kernel import clock
        from vermilion.site import seeds
        from vermilion.site.commands.setting_up import set_up

        set_up()
        if not force and not seeds.is_empty():
            raise fail("This installation holds something already; it was left alone.")
        seeds.plant(name, now=clock.now())
    typer.echo(f"Planted the {name}.")
