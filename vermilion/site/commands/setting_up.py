"""What a start does before anybody is served: schema, static files, seed."""

import sys
from pathlib import Path

import typer

from vermilion.site.commands.house import django_ready


def set_up(seed: str | None) -> None:
    """Bring schema and static files up to date; fill an empty demonstration."""
    from django.conf import settings
    from django.core.management import call_command

    from vermilion.site.commands.running import static_files_are_collected

    call_command("migrate", verbosity=0, interactive=False)
    sources = [Path(folder) for folder in settings.STATICFILES_DIRS]
    if not static_files_are_collected(settings.STATIC_ROOT, sources):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    if seed:
        from vermilion.site import seeds

        if seeds.is_empty():
            typer.echo(f"Filling the demonstration with the {seed} …")
            seeds.plant(seed)


if __name__ == "__main__":
    with django_ready():
        set_up(sys.argv[1] if len(sys.argv) > 1 else None)
