"""Every page of the house: where it is and who looks at it. Whoever makes a page adds its line.

Walked by the test that asks axe, by the one that looks at narrow screens, and by `make shots`.
The addresses are made within the demonstration of the office (`vermilion demo`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from vermilion.kernel.actors import Actor

LANGUAGES = ("vi", "en", "hi", "ar")
THEMES = ("light", "dark")
SIZES = {"desktop": (1440, 900), "tablet": (1180, 820), "phone": (390, 844)}


@dataclass(frozen=True, slots=True)
class EveryPage:
    """A page, its address in the demonstration, and the name by which its reader signs in."""

    name: str
    address: Callable[[], str]
    who: str = ""
    status: int = 200


def _at(address: str) -> Callable[[], str]:
    return lambda: address


def _last_entry() -> str:
    from vermilion.registry.models import Entry

    return f"/registry/entries/{Entry.objects.order_by('-pk').values_list('pk', flat=True)[0]}/"


def _outgoing_entry() -> str:
    from vermilion.registry.models import Entry

    out = Entry.objects.filter(book__kind="outgoing").order_by("pk")
    return f"/registry/entries/{out.values_list('pk', flat=True)[0]}/"


def _settled_book() -> str:
    from vermilion.registry.models import Book

    return f"/registry/books/{Book.objects.order_by('pk').values_list('pk', flat=True)[0]}/"


def _last_document() -> str:
    from vermilion.documents.models import Document

    return f"/documents/{Document.objects.order_by('-pk').values_list('pk', flat=True)[0]}/"


def _paper_that_is(standing: str) -> Callable[[], str]:
    def address() -> str:
        from vermilion.routing.models import Slip

        papers = Slip.objects.filter(standing=standing).order_by("pk")
        return f"/documents/{papers.values_list('document_id', flat=True)[0]}/"

    return address


def _slip_that_is(standing: str, rest: str) -> Callable[[], str]:
    def address() -> str:
        from vermilion.routing.models import Slip

        slips = Slip.objects.filter(standing=standing).order_by("pk")
        return f"/routing/slips/{slips.values_list('pk', flat=True)[0]}/{rest}"

    return address


def _a_duty(rest: str = "") -> Callable[[], str]:
    """A duty in work of the unit of Hoa."""

    def address() -> str:
        from vermilion.accounts.models import User
        from vermilion.directory.models import Appointment
        from vermilion.tasks.models import Task

        hoa = User.objects.get(sign_in_name="hoa").person_id
        units = Appointment.objects.filter(person=hoa).values("post__unit")
        duties = Task.objects.filter(unit__in=units, state="doing").order_by("pk")
        return f"/tasks/{duties.values_list('pk', flat=True)[0]}/{rest}"

    return address


def _line(rest: str = "", *, struck_out: bool = False) -> Callable[[], str]:
    def address() -> str:
        from vermilion.registry.models import Entry

        lines = Entry.objects.filter(struck_out=struck_out).order_by("pk")
        return f"/registry/entries/{lines.values_list('pk', flat=True)[0]}/{rest}"

    return address


def _handed_in_already() -> str:
    from vermilion.accounts.models import User
    from vermilion.files.models import Upload

    lan = User.objects.get(sign_in_name="lan").person_id
    uploads = Upload.objects.filter(person_id=lan, blob__isnull=False).order_by("begun_at", "pk")
    return f"/arrivals/new/?upload={uploads[0].pk}"


def _pages_of_an_arrival() -> str:
    return f"{_an_arrival()}pages/"


def _run() -> str:
    """Work on many papers that the leader has planned and not begun."""
    from vermilion.desk import actions
    from vermilion.desk.models import Run
    from vermilion.kernel import clock
    from vermilion.routing.models import Slip

    if not Run.objects.exists():
        now = clock.now()
        actor = _somebody("minh", now)
        slips = Slip.objects.filter(standing="directing", laid_before=actor.appointment_id)
        actions.plan(
            actor=actor,
            act="direct",
            view="direct",
            query="",
            slip_ids=list(slips.values_list("pk", flat=True)[:3]),
            at=now,
        )
    return f"/desk/runs/{Run.objects.order_by('pk').values_list('pk', flat=True)[0]}/"


def _somebody(sign_in_name: str, at: datetime) -> Actor:
    """One of the cast in the main post."""
    from vermilion.accounts.models import User
    from vermilion.directory import queries as posts

    person = User.objects.get(sign_in_name=sign_in_name).person_id
    return posts.actor_in(posts.posts_held_by(person or 0, at=at)[0].appointment_id, at=at)


def _an_arrival() -> str:
    """The first arrival that waits; one is laid into the inbox where there is none."""
    from io import BytesIO

    from tests.papers import make
    from vermilion.arrivals import actions
    from vermilion.arrivals.models import Arrival
    from vermilion.arrivals.types import Came, Source
    from vermilion.documents.types import FileHandedIn
    from vermilion.files import actions as files
    from vermilion.kernel import clock

    now = clock.now()
    actor = _somebody("lan", now)
    waiting = Arrival.objects.filter(body_id=actor.own_body, standing="waiting").order_by("pk")
    if not waiting.exists():
        upload = files.hand_in(actor=actor, stream=BytesIO(make()), name="15.pdf", at=now)
        file = FileHandedIn(blob_id=upload.blob_id or 0, name="15.pdf")
        came = Came(source=Source.HAND, files=(file,), title="15.pdf")
        actions.take_in(actor=actor, came=came, at=now)
    return f"/arrivals/{waiting.values_list('pk', flat=True)[0]}/"


def _examination() -> str:
    from vermilion.documents.models import Attachment

    first = Attachment.objects.order_by("pk").values_list("blob__digest", flat=True)[0]
    return f"/files/{first}/examination/"


def _work_of_somebody() -> str:
    from vermilion.kernel import clock

    return f"/handover/people/{_somebody('hoa', clock.now()).appointment_id}/"


def _problem() -> str:
    from vermilion.support.models import Problem

    waiting = Problem.objects.filter(state="in_hand").order_by("pk")
    return f"/support/problems/{waiting.values_list('pk', flat=True)[0]}/"


def _person() -> str:
    from vermilion.directory.models import Person

    return f"/directory/people/{Person.objects.order_by('pk').values_list('pk', flat=True)[0]}/"


def _act_in_the_log() -> str:
    from vermilion.accounts.models import User
    from vermilion.audit.models import Trace

    nam = User.objects.get(sign_in_name="nam").person_id
    own = Trace.objects.filter(act="audit.log.read", actor__person=nam).order_by("id")
    return f"/log/entries/{own.values_list('pk', flat=True)[0]}/"


def _body(rest: str = "") -> Callable[[], str]:
    def address() -> str:
        from vermilion.directory.models import Body

        first = Body.objects.order_by("lo", "pk").values_list("pk", flat=True)[0]
        return f"/directory/bodies/{first}/{rest}"

    return address


PAGES = [
    EveryPage("pick-a-person", _at("/demo/")),
    EveryPage("mail", _at("/demo/mail/")),
    EveryPage("sign-in", _at("/account/sign-in/")),
    EveryPage("offline", _at("/offline/")),
    EveryPage("not-here", _at("/there-is-no-such-page/"), "lan", 404),
    EveryPage("desk-of-the-clerk", _at("/"), "lan"),
    EveryPage("desk-of-the-leader", _at("/"), "minh"),
    EveryPage("desk-of-the-specialist", _at("/"), "hoa"),
    EveryPage("desk-of-a-commune", _at("/"), "tuan"),
    EveryPage("arrival", _an_arrival, "lan"),
    EveryPage("pages-of-an-arrival", _pages_of_an_arrival, "lan"),
    EveryPage("inbox", _at("/arrivals/"), "lan"),
    EveryPage("inbox-refused", _at("/arrivals/?standing=refused"), "lan"),
    EveryPage("inbox-not-mine", _at("/arrivals/"), "minh"),
    EveryPage("hand-in-files", _at("/arrivals/new/"), "lan"),
    EveryPage("paper-without-a-file", _at("/arrivals/paper/"), "lan"),
    EveryPage("what-was-learned", _at("/arrivals/lessons/"), "lan"),
    EveryPage("incoming-book", _at("/registry/incoming/"), "lan"),
    EveryPage("entry", _last_entry, "lan"),
    EveryPage("outgoing-book", _at("/registry/outgoing/"), "lan"),
    EveryPage("internal-book", _at("/registry/internal/"), "lan"),
    EveryPage("copies-book", _at("/registry/copies/"), "lan"),
    EveryPage("give-a-number", _at("/registry/outgoing/new/"), "lan"),
    EveryPage("give-a-number-inside", _at("/registry/internal/new/"), "lan"),
    EveryPage("enter-a-copy", _at("/registry/copies/new/"), "lan"),
    EveryPage("books", _at("/registry/books/"), "lan"),
    EveryPage("book-settled", _settled_book, "lan"),
    EveryPage("outgoing-entry", _outgoing_entry, "lan"),
    EveryPage("short-link-to-nothing", _at("/s/e1-zz/"), "hoa", 404),
    EveryPage("document-of-the-clerk", _last_document, "lan"),
    EveryPage("document-of-the-leader", _last_document, "minh"),
    EveryPage("desk-as-a-table", _at("/?view=others&mode=table"), "lan"),
    EveryPage("desk-filtered", _at("/?view=others&urgency=3&term=late"), "lan"),
    EveryPage("desk-new", _at("/?view=new"), "hoa"),
    EveryPage("desk-today", _at("/?view=today"), "hoa"),
    EveryPage("desk-watched", _at("/?view=watched"), "hoa"),
    EveryPage("filters-of-a-list", _at("/desk/filters/?view=others"), "lan"),
    EveryPage("layout-of-a-list", _at("/desk/layouts/others/"), "lan"),
    EveryPage("saved-views", _at("/desk/views/?view=others&term=late"), "lan"),
    EveryPage("acts-on-many", _at("/desk/runs/"), "minh"),
    EveryPage("act-on-many", _run, "minh"),
    EveryPage("desk-to-direct", _at("/?view=direct"), "minh"),
    EveryPage("list-on-paper", _at("/desk/paper/?view=others"), "lan"),
    EveryPage("desk-late", _at("/?view=late"), "hoa"),
    EveryPage("desk-elsewhere", _at("/?view=others"), "lan"),
    EveryPage("desk-closed", _at("/?view=done"), "lan"),
    EveryPage("what-was-found", _at("/search/?q=ban"), "lan"),
    EveryPage("nothing-found", _at("/search/?q=zzzz"), "hoa"),
    EveryPage("paper-to-direct", _paper_that_is("directing"), "minh"),
    EveryPage("paper-returned", _paper_that_is("again"), "minh"),
    EveryPage("paper-under-way", _paper_that_is("doing"), "hoa"),
    EveryPage("paper-to-close", _paper_that_is("ready"), "lan"),
    EveryPage("paper-closed", _paper_that_is("closed"), "minh"),
    EveryPage("paper-struck-out", _paper_that_is("withdrawn"), "lan"),
    EveryPage("nothing-found-in-the-book", _at("/registry/incoming/?words=zzzz"), "lan"),
    EveryPage("hand-in-what-is-here", _handed_in_already, "lan"),
    EveryPage("correct-a-line", _line("correction/"), "lan"),
    EveryPage("line-struck-out", _line(struck_out=True), "lan"),
    EveryPage("files-held", _at("/documents/held/"), "lan"),
    EveryPage("examination", _examination, "lan"),
    EveryPage("sheet-between-papers", _at("/files/separator/"), "lan"),
    EveryPage("person", _person, "nam"),
    EveryPage("log", _at("/log/"), "nam"),
    EveryPage("act-in-the-log", _act_in_the_log, "nam"),
    EveryPage("sessions", _at("/account/sessions/"), "lan"),
    EveryPage("tokens", _at("/account/tokens/"), "lan"),
    EveryPage("codes", _at("/account/security/codes/"), "lan"),
    EveryPage("passkeys", _at("/account/security/passkeys/"), "lan"),
    EveryPage("password-lost", _at("/account/lost/")),
    EveryPage("password", _at("/account/password/"), "lan"),
    EveryPage("security", _at("/account/security/"), "lan"),
    EveryPage("accounts", _at("/account/people/"), "nam"),
    EveryPage("bodies", _at("/directory/"), "nam"),
    EveryPage("body", _body(), "nam"),
    EveryPage("posts", _body("posts/"), "nam"),
    EveryPage("people", _body("people/"), "nam"),
    EveryPage("working-calendar", _at("/workdays/"), "nam"),
    EveryPage("working-calendar-read", _at("/workdays/?year=2027"), "lan"),
    EveryPage("phrases", _at("/routing/phrases/"), "minh"),
    EveryPage("circles-of-units", _at("/routing/circles/"), "minh"),
    EveryPage("done-in-my-stead", _at("/routing/done-for-me/"), "minh"),
    EveryPage("who-has-how-much", _at("/routing/loads/"), "minh"),
    EveryPage("rule-of-extensions", _at("/tasks/extensions/rule/"), "minh"),
    EveryPage("duty", _a_duty(), "hoa"),
    EveryPage("duty-passed-on", _a_duty("passing-on/"), "hoa"),
    EveryPage("duty-given-on", _a_duty("parts/"), "hoa"),
    EveryPage("duty-asked-about", _a_duty("question/"), "hoa"),
    EveryPage("duty-later", _a_duty("extension/"), "hoa"),
    EveryPage("duty-returned", _a_duty("return/"), "hoa"),
    EveryPage("duty-reported", _a_duty("completion/"), "hoa"),
    EveryPage("duty-progress", _a_duty("progress/"), "hoa"),
    EveryPage("duty-withdrawn", _a_duty("withdrawal/"), "minh"),
    EveryPage("close-a-matter", _slip_that_is("ready", "closing/"), "lan"),
    EveryPage("duty-taken-over", _a_duty("taking-over/"), "minh"),
    EveryPage("reopen-a-matter", _slip_that_is("closed", "reopening/"), "minh"),
    EveryPage("another-leader", _slip_that_is("directing", "leader/"), "lan"),
    EveryPage("direct-on-a-page", _slip_that_is("directing", "directions/"), "minh"),
    EveryPage("delegations", _body("delegations/"), "nam"),
    EveryPage("circles", _body("circles/"), "nam"),
    EveryPage("draw-a-circle", _body("circles/new/"), "nam"),
    EveryPage("found-a-body", _body("bodies/"), "nam"),
    EveryPage("give-a-right-to-sign", _body("authorities/"), "nam"),
    EveryPage("import-a-sheet", _body("sheets/"), "nam"),
    EveryPage("bodies-found", _at("/directory/?q=nghe+an"), "lan"),
    EveryPage("body-as-of-a-day", _body("?on=2020-01-01"), "lan"),
    EveryPage("not-mine-to-change", _body("closing/"), "lan"),
    EveryPage("notices", _at("/notices/?view=all"), "minh"),
    EveryPage("notices-none", _at("/notices/?view=muted"), "lan"),
    EveryPage("what-to-be-told-of", _at("/notices/matrix/"), "minh"),
    EveryPage("what-is-usual", _at("/notices/usual/"), "nam"),
    EveryPage("letters-in-trouble", _at("/notices/letters/"), "nam"),
    EveryPage("alarms", _at("/followup/alarms/?view=all"), "minh"),
    EveryPage("duty-list", _at("/followup/duty/"), "lan"),
    EveryPage("ladder", _at("/followup/ladder/"), "minh"),
    EveryPage("ladder-of-an-urgency", _at("/followup/ladder/3/"), "minh"),
    EveryPage("gallery", _at("/gallery/"), "lan"),
    EveryPage("gallery-workbench", _at("/gallery/workbench/"), "lan"),
    EveryPage("gallery-plain", _at("/gallery/plain/"), "lan"),
    EveryPage("gallery-paper", _at("/gallery/paper/"), "lan"),
    EveryPage("report-a-problem", _at("/support/new/?page=/registry/incoming/"), "lan"),
    EveryPage("my-reports", _at("/support/"), "lan"),
    EveryPage("problems-to-deal-with", _at("/support/list/"), "nam"),
    EveryPage("problem", _problem, "nam"),
    EveryPage("absences", _body("absences/"), "lan"),
    EveryPage("enter-an-absence", _body("absences/new/"), "lan"),
    EveryPage("figures", _at("/figures/"), "minh"),
    EveryPage("records-of-a-figure", _at("/figures/records/?of=waiting"), "minh"),
    EveryPage("week", _at("/figures/week/"), "minh"),
    EveryPage("handing-over", _at("/handover/"), "nam"),
    EveryPage("work-of-somebody", _work_of_somebody, "nam"),
]
