"""Commands of those who look after an installation: doctor, backup, restore, config, jobs."""

import os
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from vermilion.site.commands import home
from vermilion.site.commands.house import django_ready, prepared
from vermilion.site.commands.telling import as_json, bars, fail

PassphraseFile = Annotated[
    Path | None, typer.Option(help="File whose first line is the passphrase.", exists=True)
]


def doctor(
    deep: Annotated[bool, typer.Option(help="Also the checks that take long.")] = False,
    json: Annotated[bool, typer.Option(help="For machines.")] = False,
) -> None:
    """Look for what is not as it should be. Repairs nothing; each hint names what does.

    Exit status 1 when there is a warning or a fault, 0 when there are notices at most.
    """
    with django_ready():
        from vermilion.kernel.findings import Level
        from vermilion.site import doctor as asking

        found = list(asking.findings(deep=deep))
        if json:
            as_json(
                [
                    {
                        "id": each.id,
                        "level": each.level,
                        "subject": each.subject,
                        "says": each.in_words,
                        "hint": each.what_helps,
                    }
                    for each in found
                ]
            )
        else:
            for each in found:
                typer.echo(
                    f"{each.level:<8} {each.id}: {each.in_words}\n         {each.what_helps}"
                )
            asked = sum(deep or not check.deep for check in asking.checks())
            typer.echo(f"{asked} checks, {len(found)} findings.")
    if any(each.level is not Level.NOTICE for each in found):
        raise typer.Exit(1)


def backup(
    destination: Annotated[Path, typer.Argument(help="Folder that keeps the backups.")],
    passphrase_file: PassphraseFile = None,
    recipient: Annotated[
        str, typer.Option(help="Public key of who may read it; see backup-key.")
    ] = "",
    json: Annotated[bool, typer.Option(help="For machines.")] = False,
) -> None:
    """Copy database, files and keys to another place, sealed. People go on working meanwhile."""
    from vermilion.kernel import clock
    from vermilion.site import backups
    from vermilion.site.configuration import CONFIGURATION

    passphrase = "" if recipient else _passphrase(passphrase_file, confirm=True)
    with prepared(), bars() as progress:
        made = backups.make(
            destination,
            home=CONFIGURATION.home_folder,
            database=os.environ["VERMILION_DATABASE_URL"],
            store=_store(),
            locks=backups.Locks(passphrase, recipient),
            at=clock.now(),
            progress=progress,
        )
    if json:
        as_json({"backup": str(made)})
    else:
        typer.echo(f"Backed up to {made}. It counts once it has been restored: vermilion restore.")


def backup_key(
    path: Annotated[Path, typer.Argument(help="File to write the private key to.")],
) -> None:
    """Make a pair of keys for backups. Keep the private one where no backup lies."""
    from vermilion.site import backups

    try:
        public = backups.new_recipient(path)
    except FileExistsError:
        raise fail(f"{path} exists already; it was left alone.") from None
    typer.echo(f"Private key: {path}\nPublic key, for vermilion backup --recipient:\n{public}")


def restore(
    source: Annotated[Path, typer.Argument(help="A backup, or the folder that keeps them.")],
    passphrase_file: PassphraseFile = None,
    private_key: Annotated[
        Path | None, typer.Option(help="The private key it was made for.", exists=True)
    ] = None,
    force: Annotated[bool, typer.Option(help="Even onto a home that holds something.")] = False,
) -> None:
    """Lay an installation out again from a backup, and prove that it is whole.

    Every byte is checked before anything is written. Afterwards the doctor looks deep and the
    log is verified; when both find nothing, the backup is marked as tested.
    """
    from vermilion.kernel import clock
    from vermilion.site import backups, embedded

    folder = home.from_environment()
    passphrase = "" if private_key else _passphrase(passphrase_file, confirm=False)
    try:
        backup = backups.latest(source)
        with bars() as progress:
            key = backups.lay_out(
                backup,
                home=folder,
                store=_store(),
                opener=backups.Opener(passphrase, private_key),
                force=force,
                progress=progress,
            )
        with django_ready():
            backups.fill(os.environ["VERMILION_DATABASE_URL"], key, backup)
            faults = _proof()
    except (
        backups.Damaged,
        backups.CannotOpen,
        backups.NotEmpty,
        embedded.DidNotStart,
        home.CannotStart,
        OSError,
    ) as reason:
        raise fail(str(reason)) from None
    if faults:
        raise fail("Restored, but not whole:\n" + "\n".join(faults))
    with suppress(PermissionError):
        backups.remember_restored([folder, backup.parent], backup.name, clock.now())
    typer.echo(f"Restored {backup} to {folder}; the doctor and the log find it whole.")


def config(
    json: Annotated[bool, typer.Option(help="For machines.")] = False,
) -> None:
    """Show every setting, what it is now and what it means. Secrets are not shown."""
    from vermilion.site.configuration import CONFIGURATION, Configuration, without_secrets

    rows = [
        {
            "variable": each.metadata["variable"],
            "value": without_secrets(getattr(CONFIGURATION, each.name)),
            "default": each.default,
            "meaning": each.metadata["meaning"],
        }
        for each in fields(Configuration)
    ]
    if json:
        as_json(rows)
        return
    for row in rows:
        changed = "" if row["value"] == row["default"] else "  (set)"
        typer.echo(f"{row['variable']}={row['value']}{changed}\n    {row['meaning']}")


jobs = typer.Typer(help="The jobs that wait, run or gave up.", no_args_is_help=True)


@jobs.command(name="list")
def jobs_list(
    json: Annotated[bool, typer.Option(help="For machines.")] = False,
) -> None:
    """How many jobs of each kind wait, run or gave up."""
    with django_ready():
        from vermilion.jobs import queries

        rows = queries.standing()
    if json:
        as_json(
            [
                {"name": r.name, "queue": r.queue, "status": r.status, "number": r.number}
                for r in rows
            ]
        )
        return
    for row in rows:
        typer.echo(f"{row.number:>8}  {row.status:<8} {row.queue:<8} {row.name}")
    typer.echo(f"{sum(row.number for row in rows)} jobs.")


@jobs.command(name="retry")
def jobs_retry(
    number: Annotated[int, typer.Argument(help="The number of a job that gave up.")],
) -> None:
    """Let a job that gave up be tried again now."""
    with django_ready():
        from vermilion.jobs import upkeep

        if not upkeep.try_again(number):
            raise fail(f"There is no job {number} that gave up.")
    typer.echo(f"Job {number} waits again.")


def _passphrase(path: Path | None, *, confirm: bool) -> str:
    given = path.read_text().partition("\n")[0] if path else ""
    given = given or typer.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm)
    if len(given) < 12:
        raise fail("A passphrase for backups has at least twelve characters.", status=2)
    return given


def _store() -> str:
    from vermilion.site.configuration import CONFIGURATION

    return CONFIGURATION.store_url or (CONFIGURATION.home_folder / "store").as_uri()


def _proof() -> list[str]:
    """Every fault that the deep look of the doctor, the log's included, finds in what is kept.

    No worker serves a home that was just laid out, however long its jobs have waited.
    """
    from vermilion.kernel.findings import Level
    from vermilion.site import doctor as asking

    found = asking.findings(deep=True, running=False)
    return [f"{each.id}: {each.in_words}" for each in found if each.level is Level.FAULT]
