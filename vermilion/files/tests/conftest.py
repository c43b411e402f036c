"""People of the office, a store of its own for each test, and the examination run at once."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vermilion.files import actions, models, policy
from vermilion.files.events import BlobExamined, BlobQuarantined, BlobRecognised
from vermilion.kernel import events
from vermilion.kernel.actors import Actor, ActorKind, Duty, system

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
EXAMINER = system("files")


@pytest.fixture
def lan() -> Actor:
    return Actor(
        kind=ActorKind.PERSON, name="Lan", person_id=1, appointment_id=11, post="Clerk",
        body_id=100, body="Office", unit_id=5, duties=frozenset({Duty.CLERK}),
    )  # fmt: skip


@pytest.fixture
def tuan(lan) -> Actor:
    return replace(lan, name="Tuấn", person_id=2, appointment_id=22, body_id=200, body="Commune")


@pytest.fixture
def guard(lan) -> Actor:
    return replace(lan, name="Sơn", person_id=3, duties=frozenset({Duty.SECURITY}))


@pytest.fixture(autouse=True)
def _nobody_listens():
    """Files know nobody above them: what others do with an event is their own test."""
    wired = events._switchboard._wiring
    events.connect({BlobExamined: [], BlobQuarantined: [], BlobRecognised: []})
    yield
    events.connect(wired)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings, monkeypatch) -> Path:
    """A home folder for each test; no reader is registered unless the test does."""
    settings.VERMILION = replace(settings.VERMILION, home=str(tmp_path), store_url="", clamd="")
    monkeypatch.setattr(policy, "readers", [])
    monkeypatch.setattr(policy, "bars", [])
    return tmp_path


@pytest.fixture
def keep(db, lan):
    """Hand something in as Lan."""

    def keep(content: bytes, name: str = "file.pdf") -> models.Blob:
        return actions.store(actor=lan, stream=io.BytesIO(content), name=name, at=NOON)

    return keep


@pytest.fixture
def examined(keep):
    """Hand something in and examine it; gives the blob with its stages by name."""

    def examined(content: bytes, name: str = "file.pdf"):
        blob = keep(content, name)
        actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
        blob.refresh_from_db()
        return blob, {row.stage: row for row in blob.examinations.order_by("pk")}

    return examined
