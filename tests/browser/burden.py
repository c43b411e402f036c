"""The burden meter: fifty mixed files dropped, registered by keyboard and directed by touch.

    make burden                      all fifty; some five minutes
    BURDEN_FILES=5 make burden       fewer, to look for a fault

Prints per paper: seconds that the machine took (reading and thinking are not in them), keys,
pointer moves, and fields that had to be mended; with the keys that typing the same papers by hand
would have cost beside it. A key is one press: a combination such as Ctrl+Enter counts as one, a
letter with tones as its letter and its tone.
"""

import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import somebody
from tests.browser.chromium import sign_in
from tests.browser.mixed import FILES, Coming, laid_out
from tests.installation import Installation, running, speaking_to
from tests.papers.hands.score import plain
from vermilion.arrivals import queries as arrivals
from vermilion.arrivals.actions import put_aside
from vermilion.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

READ_WITHIN = 600
"""Seconds until all that was dropped is read, scans included."""

CHECKED = ("symbol", "dated_on", "issuer", "abstract", "signer", "signer_post", "competence")
"""Fields that are compared with the paper and mended where they differ."""

CHOSEN = ("type_id", "urgency", "laid_before")
"""Fields that one chooses from a list: by hand, some three letters each."""

KEYS_A_CHOICE = 3


@dataclass(slots=True)
class Burden:
    """What one paper cost."""

    coming: Coming
    seconds: float = 0.0
    keys: int = 0
    mended: list[str] = field(default_factory=list)

    @property
    def by_hand(self) -> int:
        """Keys of typing every field, going from field to field, and sending."""
        wanted = wanted_of(self.coming)
        typed = sum(keys_of(text) for text in wanted.values())
        steps = len(CHECKED) + len(CHOSEN)
        return typed + steps + KEYS_A_CHOICE * len(CHOSEN) + 1


@pytest.fixture(scope="module")
def demo(django_db_blocker) -> Iterator[Installation]:
    """An office whose inbox is empty: what lay there is put aside."""
    with (
        running("burden", "demo", "--seed", "office") as installation,
        django_db_blocker.unblock(),
        speaking_to(installation),
    ):
        lan, now = somebody("lan"), clock.now()
        for each in list(arrivals.waiting(lan, now)):
            put_aside(actor=lan, arrival_id=each.pk, reason="Another morning’s.", at=now)
        yield installation


def test_fifty_mixed_files_are_registered_by_keyboard(page: Page, demo, tmp_path, complaints):
    coming = laid_out(tmp_path)
    page.set_default_timeout(60_000)
    sign_in(page, demo.url, "lan")

    dropped = time.monotonic()
    page.goto(f"{demo.url}/arrivals/new/")
    page.set_input_files("input[type=file]", [str(tmp_path / each.name) for each in coming])
    page.wait_for_url(f"{demo.url}/arrivals/", timeout=120_000)
    handed_in = time.monotonic() - dropped
    read_in = _until_read()

    burdens = list(_registered(page, demo, {each.name: each for each in coming}))
    complaints[:] = [each for each in complaints if "422" not in each]

    sys.stdout.write(told(burdens, handed_in, read_in))
    assert len(burdens) >= FILES * 0.9
    keys = sum(each.keys for each in burdens)
    assert keys * 5 < sum(each.by_hand for each in burdens)


def test_the_leader_directs_them_in_three_touches(page: Page, demo):
    page.set_default_timeout(60_000)
    page.set_viewport_size({"width": 1180, "height": 820})  # a tablet, lying
    leader, waiting = _who_has_most_to_direct()
    sign_in(page, demo.url, leader)
    page.goto(f"{demo.url}/?view=direct")

    begun = time.monotonic()
    touches = [_direct(page) for _paper in range(min(waiting, FILES))]
    seconds = (time.monotonic() - begun) / len(touches)

    sys.stdout.write(
        f"\ndirected: {len(touches)} papers, {sum(touches) / len(touches):.2f} touches and "
        f"{seconds:.2f} s a paper; most {max(touches)}\n"
    )
    assert max(touches) <= 3
    assert _who_has_most_to_direct(leader)[1] == waiting - len(touches)


MADE_UP = "Nội dung theo văn bản"
"""What a clerk writes for an abstract where the paper has none, and none was proposed."""


def wanted_of(coming: Coming) -> dict[str, str]:
    """What a clerk would enter of a paper, as the form writes it.

    Of a paper that has no abstract a clerk makes one up: whatever is proposed then may stand.
    """
    said = coming.paper.expected()
    wanted = {name: str(said[name]) for name in CHECKED if name in said}
    wanted["dated_on"] = coming.paper.day.strftime("%d/%m/%Y")
    return {name: text for name, text in wanted.items() if text or name != "abstract"}


def keys_of(text: str) -> int:
    """Presses that type a text with Telex: letters, and one more for each mark and tone."""
    return len(unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD")))


def _until_read() -> float:
    """Seconds until nothing that waits is still to be read."""
    from vermilion.arrivals.models import Arrival

    begun = time.monotonic()
    while time.monotonic() - begun < READ_WITHIN:
        if not Arrival.objects.filter(standing="waiting", read_at=None).exists():
            break
        time.sleep(1)
    return time.monotonic() - begun


def _registered(page: Page, demo: Installation, coming: dict[str, Coming]) -> Iterator[Burden]:
    """Register what waits, one after the other; keys are those that the browser really got."""
    from vermilion.arrivals.models import Arrival

    waiting = Arrival.objects.filter(standing="waiting").order_by("-urgency", "order_at", "pk")
    page.goto(f"{demo.url}/arrivals/{waiting.values_list('pk', flat=True)[0]}/")
    for _paper in range(len(coming) * 2):
        found = re.search(r"/arrivals/(\d+)/", page.url)
        if found is None:
            return
        arrival = Arrival.objects.get(pk=int(found[1]))
        burden = Burden(coming[_name_of(arrival, coming)])
        begun = time.monotonic()
        _mend(page, burden)
        _send(page, burden)
        burden.seconds = time.monotonic() - begun
        arrival.refresh_from_db()
        if arrival.standing == "waiting":
            raise AssertionError(f"{burden.coming.name}: {page.locator('.summary').inner_text()}")
        yield burden


def _name_of(arrival, coming: dict[str, Coming]) -> str:
    """The file that was dropped, whatever was found in it."""
    names = [*arrival.enclosures.values_list("name", flat=True), arrival.title]
    return next(name for name in names if name in coming)


def _mend(page: Page, burden: Burden) -> None:
    """Type again what differs from the paper, going to it by Tab."""
    wanted_here = wanted_of(burden.coming)
    if not page.locator("#id_abstract").input_value().strip():
        wanted_here.setdefault("abstract", MADE_UP)
    for name, wanted in wanted_here.items():
        if _is_right(name, page.locator(f"#id_{name}").input_value(), wanted):
            continue
        burden.mended.append(name)
        _go_to(page, name, burden)
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(wanted)
        burden.keys += 1 + keys_of(wanted)


def _is_right(name: str, made: str, wanted: str) -> bool:
    """A number is right to the letter, words but for points, commas and capitals."""
    return made.strip() == wanted if name == "symbol" else plain(made) == plain(wanted)


def _go_to(page: Page, name: str, burden: Burden) -> None:
    """From field to field, the shorter way."""
    focused = "document.activeElement && document.activeElement.id"
    if page.evaluate(focused) == f"id_{name}":
        return
    order = page.evaluate(
        """name => {
            const fields = [...document.querySelector('#registration').elements]
                .filter(each => each.offsetParent && !each.disabled && each.type !== 'hidden');
            const target = fields.findIndex(each => each.id === 'id_' + name);
            const here = fields.indexOf(document.activeElement);
            return target - (here < 0 ? 0 : here);
        }""",
        name,
    )
    key = "Tab" if order > 0 else "Shift+Tab"
    for _step in range(60):
        page.keyboard.press(key)
        burden.keys += 1
        if page.evaluate(focused) == f"id_{name}":
            return
    raise AssertionError(f"{name} cannot be reached by {key}")


def _send(page: Page, burden: Burden) -> None:
    """Enter it and go on; the number of a second copy is never asked for in silence."""
    left = page.url
    on_the_button = page.evaluate("document.activeElement?.hasAttribute('data-primary') ?? false")
    page.keyboard.press("Enter" if on_the_button else "Control+Enter")
    burden.keys += 1
    page.wait_for_function(
        """left => location.href !== left || document.querySelector(".summary")
            || document.querySelector("#registration :invalid")""",
        arg=left,
    )
    page.wait_for_load_state("domcontentloaded")
    amiss = "each => each.map(one => `${one.name}: ${one.validationMessage}`)"
    unfilled = page.locator("#registration :is(input, textarea, select):invalid")
    if page.url == left and unfilled.count():
        raise AssertionError(f"{burden.coming.name}: {unfilled.evaluate_all(amiss)}")


def _who_has_most_to_direct(name: str = "") -> tuple[str, int]:
    """The leader before whom most waits, or one by name; and how much."""
    from vermilion.accounts.models import User
    from vermilion.routing.models import Slip

    slips = Slip.objects.filter(standing__in=["directing", "again"])
    people = Counter(slips.values_list("laid_before__person", flat=True))
    if name:
        return name, people[User.objects.get(sign_in_name=name).person_id]
    person, waiting = people.most_common(1)[0]
    return User.objects.get(person=person).sign_in_name, waiting


def _direct(page: Page) -> int:
    """Give the paper at hand to a unit that leads; what it took. The next one opens by itself."""
    form = page.locator("#direction-form form")
    left = form.get_attribute("action")
    lead = form.locator("[name=leads] option:checked")
    touches = 0
    if form.locator("[name=apply]").count():
        form.locator("[name=apply]").click()
        touches += 1
    else:
        form.get_by_role("combobox").first.click()
        form.get_by_role("option").first.click()
        touches += 2
    expect(lead).not_to_have_count(0)
    form.locator("[data-primary]").click()
    page.wait_for_function(
        """left => document.readyState === "complete"
            && document.querySelector("#direction-form form")?.getAttribute("action") !== left""",
        arg=left,
    )
    return touches + 1


def told(burdens: list[Burden], handed_in: float, read_in: float) -> str:
    """The table that is printed."""
    lines = [
        "",
        f"dropped and stored in {handed_in:.0f} s, all read {read_in:.0f} s later",
        f"{'kind':<10}{'papers':>7}{'s/paper':>9}{'keys':>7}{'pointer':>9}{'mended':>8}"
        f"{'by hand':>9}",
    ]
    kinds = sorted({each.coming.how for each in burdens})
    for kind in [*kinds, "all"]:
        some = [each for each in burdens if kind in (each.coming.how, "all")]
        lines.append(
            f"{kind:<10}{len(some):>7}{median(each.seconds for each in some):>9.2f}"
            f"{sum(each.keys for each in some) / len(some):>7.1f}"
            f"{(1 / len(burdens) if kind == 'all' else 0):>9.2f}"
            f"{sum(len(each.mended) for each in some) / len(some):>8.2f}"
            f"{sum(each.by_hand for each in some) / len(some):>9.0f}"
        )
    one_press = sum(each.keys == 1 for each in burdens)
    lines.append(f"with one press: {one_press} of {len(burdens)}; the drop itself: one move")
    worst = sorted(burdens, key=lambda each: -each.keys)[:5]
    lines += [
        f"  most keys: {each.coming.name} ({each.coming.how}): {each.keys}, "
        f"mended {', '.join(each.mended) or 'nothing'}"
        for each in worst
    ]
    return "\n".join([*lines, ""])
