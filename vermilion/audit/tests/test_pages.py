"""The log on screen and for machines: who may read what, and that reading leaves a trace."""

import base64
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from vermilion.audit import actions, integrating, keys, leaves, merkle, models, notes, queries
from vermilion.audit.tests.conftest import MONDAY
from vermilion.audit.types import Sought
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db

ALL = Sought()


def _acts(actor, **sought):
    return [trace.act for trace in queries.entries(actor, Sought(**sought))]


def test_an_administrator_reads_the_log_of_the_own_body_alone(lan, an_administrator, an_operator):
    actions.record(lan, "here.done", "entry:1", at=MONDAY)
    actions.record(replace(lan, body_id=2), "there.done", "entry:2", at=MONDAY)
    actions.record(an_operator, "nowhere.done", "entry:3", at=MONDAY)

    assert _acts(an_administrator) == ["here.done"]
    assert _acts(an_operator) == ["nowhere.done", "there.done", "here.done"]
    assert _acts(lan) == []


@pytest.mark.parametrize(
    ("duty", "may"),
    [
        (Duty.ADMINISTRATOR, True),
        (Duty.SECURITY, True),
        (Duty.CLERK, False),
        (Duty.LEADER, False),
        (Duty.ARCHIVIST, False),
    ],
)
def test_who_may_open_the_log(lan, duty, may):
    actor = replace(lan, duties=frozenset({duty}))
    if may:
        actions.read(actor=actor, sought=ALL, at=MONDAY)
        assert models.Trace.objects.get().act == "audit.log.read"
    else:
        with pytest.raises(NotAllowed, match="administrators and security officers"):
            actions.read(actor=actor, sought=ALL, at=MONDAY)
        assert not models.Trace.objects.exists()


def test_what_was_asked_is_written_down(an_administrator):
    actions.read(actor=an_administrator, sought=Sought(person=11, subject="entry:7"), at=MONDAY)

    assert models.Trace.objects.get().facts == {"sought_person": 11, "sought_subject": "entry:7"}
    assert [act.who for act in queries.readings("entry:7")] == ["Trần Văn Quân"]


def test_the_log_is_filtered_by_act_person_day_and_subject(lan, an_administrator):
    reader = replace(an_administrator, time_zone="Asia/Ho_Chi_Minh")
    late = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)  # one in the morning of the 2nd in Hanoi
    actions.record(lan, "one.done", "entry:1", at=late)
    actions.record(replace(lan, person_id=77), "two.done", "entry:2", at=MONDAY.replace(day=3))

    assert _acts(reader, act="one.done") == ["one.done"]
    assert _acts(reader, person=77) == ["two.done"]
    assert _acts(reader, subject="entry:2") == ["two.done"]
    assert _acts(reader, day=datetime(2026, 3, 2, tzinfo=UTC).date()) == ["one.done"]
    assert _acts(reader, day=datetime(2026, 3, 1, tzinfo=UTC).date()) == []


def test_a_page_of_the_log_takes_two_statements_whatever_its_length(
    recorded, an_administrator, django_assert_num_queries
):
    recorded(30)
    for many in (3, 30):
        with django_assert_num_queries(2):
            assert len(queries.acts_of(queries.entries(an_administrator, ALL)[:many])) == many


def test_an_entry_of_another_body_is_not_there(lan, an_administrator):
    actions.record(replace(lan, body_id=2), "there.done", "entry:2", at=MONDAY)

    with pytest.raises(NotFound):
        queries.entry(an_administrator, models.Trace.objects.get().id)


def test_a_history_is_told_oldest_first(lan):
    actions.record(lan, "entry.registered", "entry:1", at=MONDAY)
    actions.record(lan, "other.done", "entry:2", at=MONDAY)
    actions.record(lan, "entry.corrected", "entry:1", at=MONDAY.replace(hour=5))

    told = queries.history("entry:1")

    assert [(act.act, act.who, act.post) for act in told] == [
        ("entry.registered", "Nguyễn Thị Lan", "Văn thư"),
        ("entry.corrected", "Nguyễn Thị Lan", "Văn thư"),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_proof_leads_a_stranger_from_the_entry_to_the_signed_root(recorded):
    recorded(300)
    integrating.integrate(at=MONDAY)
    number = models.Leaf.objects.get(index=123).trace_id

    found = queries.proof_of(number)

    proof = notes.parse_proof(found.text)
    head = notes.head_of(proof.checkpoint, notes.Verifier.parse(str(keys.verifier())))
    merkle.check_inclusion(
        index=proof.index,
        size=head.size,
        leaf=merkle.leaf_hash(found.leaf),
        proof=proof.hashes,
        root=head.root,
    )


def test_there_is_no_proof_before_the_checkpoint(recorded):
    recorded(1)

    assert queries.proof_of(models.Trace.objects.get().id) is None


class TestFiles:
    """What outsiders fetch."""

    pytestmark = pytest.mark.django_db(transaction=True)

    @pytest.fixture(autouse=True)
    def _a_log(self, recorded):
        recorded(300)
        integrating.integrate(at=MONDAY)

    def test_a_stranger_rebuilds_the_root_from_the_tiles(self, client):
        note = client.get("/log/checkpoint").content.decode()
        head = notes.head_of(note, keys.verifier())
        full = client.get("/log/tile/0/000")
        rest = client.get("/log/tile/0/001.p/44")

        assert (len(full.content), len(rest.content)) == (8192, 44 * 32)
        assert full["Content-Type"] == "application/octet-stream"
        assert "immutable" in full["Cache-Control"]
        data = full.content + rest.content
        edge = merkle.Edge((0, data[i : i + 32]) for i in range(0, len(data), 32))
        assert (edge.size, edge.root) == (head.size, head.root)
        above = client.get("/log/tile/1/000.p/1").content
        assert above == merkle.perfect_root([full.content[i : i + 32] for i in range(0, 8192, 32)])

    @pytest.mark.parametrize(
        "path",
        ["0/000.p/256", "0/000.p/0", "0/001", "0/001.p/45", "8/000", "0/1", "0/x001/000", "1/000"],
    )
    def test_what_the_log_does_not_have_is_not_there(self, client, path):
        assert client.get(f"/log/tile/{path}").status_code == 404

    def test_entries_are_not_for_strangers(self, client):
        assert client.get("/log/tile/entries/000").status_code in (302, 303, 401, 403)

    def test_bundles_hold_the_entries_that_the_tiles_hash(self, an_operator, lan):
        with pytest.raises(NotAllowed):
            actions.read_bundle(actor=lan, index=0, at=MONDAY)
        actions.read_bundle(actor=an_operator, index=0, at=MONDAY)

        data, hashes = queries.bundle(1, 44), b""
        while data:
            length = int.from_bytes(data[:2], "big")
            hashes += merkle.leaf_hash(data[2 : 2 + length])
            data = data[2 + length :]

        assert hashes == queries.tile(0, 1, 44)


def test_a_leaf_is_written_as_documented():
    entry = leaves.Entry(
        id=7,
        at=datetime(2026, 3, 2, 8, 5, 9, tzinfo=UTC),
        act="a.b",
        subject="entry:1",
        body_id=None,
        actor={"name": "Lan", "kind": "person"},
        facts={"số": 1, "ok": True},
        request="r",
    )
    seal = entry.seal(b"key")

    assert entry.leaf(seal).decode() == (
        '{"act":"a.b","actor":{"kind":"person","name":"Lan"},"at":"2026-03-02T08:05:09.000000Z",'
        '"body":null,"facts":{"ok":true,"số":1},"id":7,"request":"r",'
        f'"seal":"{seal.hex()}","subject":"entry:1","v":1}}'
    )
    assert base64.b64encode(seal) != base64.b64encode(entry.seal(b"another"))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_on_the_first_and_the_last_day_there_are_nobody_acted(lan, an_administrator, day):
    actions.record(lan, "one.done", "entry:1", at=MONDAY)

    assert _acts(an_administrator, day=day) == []
