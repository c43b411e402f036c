"""`vermilion mail`: try the mail server, see what was not delivered, have it sent again."""

from typing import Annotated

import typer

from vermilion.kernel.actors import system

COMMAND = system("the command line")


def mount(line: typer.Typer) -> None:
    """Add the words of notices. The line's context object has the house ready."""
    mail = typer.Typer(no_args_is_help=True, help="Mail: try it, see what did not arrive, retry.")
    mail.command("test")(test)
    mail.command("list")(list_)
    mail.command("retry")(retry)
    line.add_typer(mail, name="mail")


def test(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="Where to send a letter without content.")],
) -> None:
    """Send one letter by the mail server of this installation, and say how it went."""
    with context.obj():
        import smtplib

        from django.conf import settings
        from django.core.mail import EmailMessage
        from django.utils.translation import gettext as _

        if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
            typer.echo("No mail server is named: set VERMILION_MAIL_URL.", err=True)
            raise typer.Exit(1)
        letter = EmailMessage(
            subject=_("A letter to try the mail"),
            body=_("This installation can send mail. Nothing needs doing."),
            to=[address],
        )
        try:
            letter.send()
        except (smtplib.SMTPException, OSError) as broken:
            typer.echo(f"{type(broken).__name__}: {broken}", err=True)
            raise typer.Exit(1) from None
        typer.echo(f"Handed to {settings.EMAIL_HOST}:{settings.EMAIL_PORT} for {address}.")


def list_(context: typer.Context) -> None:
    """List letters that were given up or have waited for more than an hour."""
    with context.obj():
        from datetime import timedelta

        from vermilion.kernel import clock
        from vermilion.notices import queries

        for letter in queries.letters_in_trouble(since=clock.now() - timedelta(hours=1)):
            written = f"{letter.written_at:%Y-%m-%d %H:%M}"
            typer.echo(f"{letter.pk}\t{letter.state}\t{written}\t{letter.address}\t{letter.error}")


def retry(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(help="Number of the letter. All that were given up.")
    ] = None,
) -> None:
    """Let letters that were given up be tried again, to the present address of the person."""
    with context.obj():
        from vermilion.kernel import clock
        from vermilion.kernel.refusals import Refused
        from vermilion.notices import actions, queries
        from vermilion.notices.types import Parcel

        at = clock.now()
        given_up = queries.letters_in_trouble(since=at).filter(state=Parcel.FAILED)
        numbers = [number] if number else list(given_up.values_list("pk", flat=True))
        for each in numbers:
            try:
                actions.retry_letter(actor=COMMAND, letter_id=each, at=at)
            except Refused as refusal:
                typer.echo(f"{each}: {refusal}", err=True)
                raise typer.Exit(1) from None
        typer.echo(f"{len(numbers)} letters wait to be sent again.")
