"""What an operator does to the directory from the command line."""

import typer

directory = typer.Typer(help="The tree of bodies.", no_args_is_help=True)


@directory.command(name="lay-out")
def lay_out(context: typer.Context) -> None:
    """Give every body a fresh place in the tree, as its parent says. Safe at any time."""
    with context.obj():
        from vermilion.directory import actions
        from vermilion.kernel import clock
        from vermilion.kernel.actors import system

        count = actions.lay_out_tree(actor=system("vermilion directory lay-out"), at=clock.now())
        typer.echo(f"{count} bodies have their places anew.")


def mount(line: typer.Typer) -> None:
    """Add these commands to the line."""
    line.add_typer(directory, name="directory")
