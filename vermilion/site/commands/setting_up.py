"""What a start does before anybody is served: schema, static files, seed, the doctor's look."""

import logging
from pathlib import Path

import typer
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

log = logging.getLogger("vermilion.doctor")


def set_up(seed: str = "") -> None:
    """Bring schema and static files up to date; fill an empty demonstration; look for trouble.

    What the doctor finds is logged and stops nothing: an office with a full disk must still be
    able to read.
    """
    from vermilion.documents import actions as documents
    from vermilion.kernel import clock
    from vermilion.kernel.actors import system

    call_command("migrate", verbosity=0, interactive=False)
    collect_static_files()
    documents.load_types(actor=system("set-up"), at=clock.now())
    if seed:
        from vermilion.site import seeds

        if seeds.is_empty():
            typer.echo(f"Filling the demonstration with the {seed} …")
            seeds.plant(seed, now=clock.now())
    from vermilion.site import doctor

    # The log is one language for whoever searches it.
    with translation.override("en"):
        for finding in doctor.findings(deep=False):
            log.warning("%s: %s %s", finding.id, finding.in_words, finding.what_helps)


def collect_static_files() -> None:
    """Copy what was built to where it is served from, unless that is newer already."""
    sources = [Path(folder) for folder in settings.STATICFILES_DIRS]
    if not _are_collected(Path(settings.STATIC_ROOT), sources):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _are_collected(root: Path, sources: list[Path]) -> bool:
    manifest = root / "staticfiles.json"
    if not manifest.exists():
        return False
    made = manifest.stat().st_mtime
    return all(
        path.stat().st_mtime <= made
        for source in sources
        for path in source.rglob("*")
        if path.is_file()
    )
