"""What somebody of the cast does elsewhere while a test looks at a page, by the acts themselves."""

from io import BytesIO
from itertools import count

from playwright.sync_api import Page

from vermilion.accounts.models import User
from vermilion.arrivals import actions as arrivals
from vermilion.arrivals.models import Arrival
from vermilion.arrivals.types import Came, Source
from vermilion.directory import queries as directory
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import actions as files
from vermilion.kernel import clock
from vermilion.kernel.actors import Actor
from vermilion.registry import actions as registry
from vermilion.registry.models import Entry
from vermilion.registry.types import Received

NUMBERS = count(70_001)


def post_of(name: str) -> int:
    person = User.objects.get(sign_in_name=name).person_id
    return directory.posts_held_by(person or 0, at=clock.now())[0].appointment_id


def somebody(name: str) -> Actor:
    """One of the cast, in the main post, as of now."""
    return directory.actor_in(post_of(name), at=clock.now())


def register(*, before: str = "minh") -> Entry:
    """Lan registers a paper somewhere else, laid before a leader."""
    now = clock.now()
    received = Received(
        particulars=Particulars(
            symbol=f"{next(NUMBERS)}-CV/VPTW",
            dated_on=now.date(),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v mở bàn làm việc cùng lúc",
        ),
        arrived_on=now.date(),
        laid_before_id=post_of(before),
    )
    return registry.register_incoming(actor=somebody("lan"), received=received, at=now)


def lay_in(name: str) -> Arrival:
    """A file comes into the inbox of Lan's body while she looks at it."""
    now = clock.now()
    lan = somebody("lan")
    content = f"{name} {next(NUMBERS)}".encode()
    upload = files.hand_in(actor=lan, stream=BytesIO(content), name=name, at=now)
    file = FileHandedIn(blob_id=upload.blob_id or 0, name=name)
    came = Came(source=Source.MACHINE, files=(file,), title=name)
    return arrivals.take_in(actor=lan, came=came, at=now)


def listening(page: Page) -> None:
    """Wait until the stream of the page stands: its counts were fetched for it once."""
    with page.expect_response(
        lambda answer: "/live/?" in answer.url or answer.url.endswith("/live/")
    ):
        page.reload()
    page.wait_for_timeout(1500)
