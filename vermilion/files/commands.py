"""`vermilion files …`: keys, fixity and the sweeping of the store."""

import json
from typing import Annotated

import typer

from vermilion.kernel.actors import Actor, system

files = typer.Typer(help="The file store: keys, fixity, sweeping.", no_args_is_help=True)


def mount(line: typer.Typer) -> None:
    """Add the words of `vermilion files`. The line's context object has the house ready."""
    line.add_typer(files, name="files")


@files.command(name="rotate-key")
def rotate_key(
    context: typer.Context,
    *,
    only_new: Annotated[
        bool, typer.Option(help="Leave what is kept under its old key; rewrap it later.")
    ] = False,
) -> None:
    """Make a new master key and put the key of every object under it. No file is rewritten."""
    with context.obj():
        from vermilion.files import actions
        from vermilion.kernel import clock

        made = actions.rotate_key(actor=_operator(), at=clock.now())
        done = 0 if only_new else _rewrapped()
        typer.echo(f"New files are sealed under {made.name}. Rewrapped: {done} objects.")
    typer.echo("Copy the folder keys/files to every machine and into the backup of keys.")


@files.command()
def rewrap(context: typer.Context) -> None:
    """Put the key of every object under the newest master key. May be stopped and repeated."""
    with context.obj():
        typer.echo(f"Rewrapped: {_rewrapped()} objects.")


@files.command(name="retire-key")
def retire_key(context: typer.Context, name: str) -> None:
    """Remove an old master key. Refused while an object needs it; older backups still do."""
    with context.obj():
        from vermilion.files import actions
        from vermilion.kernel import clock
        from vermilion.kernel.refusals import Refused

        try:
            actions.retire_key(actor=_operator(), name=name, at=clock.now())
        except Refused as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(1) from refusal
    typer.echo(f"{name} is retired and its file removed.")


@files.command()
def fixity(
    context: typer.Context,
    *,
    count: Annotated[
        int, typer.Option(help="How many files, those not read for longest first. 0: all.")
    ] = 1000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read kept files once more and compare them with their digests.

    Ends with status 1 when one is missing, altered or locked.
    """
    with context.obj():
        found = _checked(count, quiet=as_json)
    unsound = [each for each in found if each["found"] != "sound"]
    if as_json:
        typer.echo(json.dumps({"read": len(found), "unsound": unsound}, indent=2))
    else:
        typer.echo(f"Read: {len(found)}. Not sound: {len(unsound)}.")
        for each in unsound:
            typer.echo(f"blob {each['blob']} {each['digest']}: {each['found']}")
    raise typer.Exit(1 if unsound else 0)


@files.command()
def sweep(context: typer.Context) -> None:
    """Remove objects that nothing names, and take back uploads given up."""
    with context.obj():
        from vermilion.files import actions
        from vermilion.kernel import clock

        removed = actions.sweep(actor=_operator(), at=clock.now())
    typer.echo(f"Removed: {removed} objects.")


def _operator() -> Actor:
    return system("operator")


def _rewrapped() -> int:
    from vermilion.files import actions
    from vermilion.kernel import clock

    done = 0
    for done in actions.rewrap(actor=_operator(), at=clock.now()):
        typer.echo(f"  {done} …", err=True)
    return done


def _checked(count: int, *, quiet: bool) -> list[dict[str, object]]:
    from vermilion.files import actions, queries
    from vermilion.kernel import clock

    told: list[dict[str, object]] = []
    chosen = queries.longest_unread(count)
    with typer.progressbar(chosen, label="Reading", hidden=quiet) as blobs:
        for blob_id in blobs:
            row = actions.check_fixity(actor=_operator(), blob_id=blob_id, at=clock.now())
            told.append({"blob": row.blob_id, "digest": row.blob.digest, "found": row.found})
    return told
