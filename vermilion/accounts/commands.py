"""`vermilion token`: a key for a program. `vermilion recovery`: the first way in."""

import json
from datetime import timedelta
from typing import Annotated

import typer

from vermilion.kernel.actors import system

COMMAND = system("the command line")


def mount(line: typer.Typer) -> None:
    """Add the words of accounts. The line's context object has the house ready."""
    line.command()(token)
    line.command()(recovery)


def token(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Sign-in name of the account it acts for.")],
    *,
    post: Annotated[
        int | None, typer.Option(help="Which of its posts: number of the appointment. Main one.")
    ] = None,
    scope: Annotated[
        list[str] | None,
        typer.Option(help="What it may do; repeatable. Everything, when left out."),
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=400, help="Days until it ends.")] = 90,
    called: Annotated[str, typer.Option(help="What to call it in lists.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Issue a token for a program, to act in one post of an account. It is shown this once."""
    with context.obj():
        from vermilion.accounts import actions, queries
        from vermilion.accounts.types import Scope
        from vermilion.kernel import clock
        from vermilion.kernel.refusals import Refused

        at = clock.now()
        try:
            user, posts = queries.owner_of_posts(name, at=at)
            issued = actions.issue_token(
                actor=COMMAND,
                user_id=user.pk,
                appointment_id=post or (posts[0].appointment_id if posts else 0),
                name=called or f"{COMMAND.name}, {at:%Y-%m-%d %H:%M:%S}",
                scopes=[Scope(each) for each in scope or Scope.values],
                expires_at=at + timedelta(days=days),
                at=at,
            )
        except (Refused, ValueError) as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps({"token": issued.secret, "expires": issued.expires_at.isoformat()}))
    else:
        typer.echo(issued.secret)
        typer.echo(f"Ends on {issued.expires_at:%Y-%m-%d}. It is not shown again.", err=True)


def recovery(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Sign-in name of the account.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Issue a one-time link by which somebody sets a password: for the first administrator."""
    with context.obj():
        from django.conf import settings
        from django.urls import reverse

        from vermilion.accounts import actions, queries
        from vermilion.accounts.types import Way
        from vermilion.kernel import clock
        from vermilion.kernel.refusals import Refused

        at = clock.now()
        try:
            user, _posts = queries.owner_of_posts(name, at=at)
            issued = actions.issue_recovery(actor=COMMAND, user_id=user.pk, way=Way.HANDED, at=at)
        except Refused as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(1) from None
        link = settings.PUBLIC_ADDRESS + reverse("account:recover", args=[issued.secret])
    if as_json:
        typer.echo(json.dumps({"link": link, "expires": issued.expires_at.isoformat()}))
    else:
        typer.echo(link)
        typer.echo("It works once, within a day. It is not shown again.", err=True)
