"""A stranger who has only the description tries every operation, in every way he can think of.

In three ways: what fits the description and what does not, drawn at random; every edge that the
description names; and walks from one operation to the next, as the answers lead. So many examples
of each operation as VERMILION_API_EXAMPLES says.
"""

import os
import random
from contextlib import suppress
from typing import Any
from uuid import uuid4

import hypothesis
import pytest
import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.config import (
    CoveragePhaseConfig,
    FuzzingPhaseConfig,
    PhasesConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.house import House, Program, pages
from vermilion.site.api import api

EXAMPLES = int(os.environ.get("VERMILION_API_EXAMPLES", "30"))
WAYS = 4
WALKS = max(EXAMPLES // 8, 3)

load_all_checks()

PACE = hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)

OPERATIONS = [
    pytest.param(method, path, id=operation["operationId"])
    for path, methods in api.description["paths"].items()
    for method, operation in methods.items()
]

WHOSE = {
    "registry_register": "lan",
    "registry_strike_out": "lan",
    "registry_register_outgoing": "lan",
    "registry_register_internal": "lan",
    "registry_correct": "lan",
    "registry_join": "lan",
    "registry_post": "lan",
    "routing_direct": "minh",
    "routing_close": "lan",
    "tasks_complete": "head_of_it",
    "tasks_give_back": "head_of_it",
    "tasks_take_in": "head_of_it",
}
"""Whose operation it is; another's post tries it as well."""

READERS = ["lan", "minh", "head_of_it", "an_administrator", "a_stranger"]


def _description() -> Any:
    config = SchemathesisConfig(
        seed=1,
        projects=ProjectsConfig(
            default=ProjectConfig(
                phases=PhasesConfig(
                    coverage=CoveragePhaseConfig(), fuzzing=FuzzingPhaseConfig(enabled=False)
                )
            )
        ),
    )
    return schemathesis.openapi.from_dict(api.description, config=config)


SCHEMA = _description()


def test_what_is_served_is_the_description(house: House):
    served = requests.get(f"{house.installation.url}/api/v1/openapi.json", timeout=30)

    assert served.json() == api.description


@pytest.fixture(scope="module")
def known(house: House) -> dict[str, list[Any]]:
    """Numbers of things that exist, by the name under which operations ask for them."""
    lan = house.lan
    uploads = [
        lan.post("files/uploads/whole", files={"file": (f"{number}.pdf", b"%PDF-1.4 x")}).json()
        for number in range(3)
    ]
    lines = [
        lan.post(
            "registry/incoming",
            {
                "symbol": f"{number}/CV-THU",
                "issuer": "Cơ quan thử",
                "abstract": "V/v thử",
                "arrived_on": "2026-11-02",
                "laid_before_id": house.office.minh,
            },
        ).json()["id"]
        for number in range(60)
    ]
    slips = [slip["id"] for slip in pages(house.minh, "routing/slips")]
    for slip in slips[:30]:
        house.minh.post(
            f"routing/slips/{slip}/directions",
            {
                "shares": [
                    {
                        "part": "lead",
                        "unit_id": house.office.it_id,
                        "due_at": "2099-01-01T00:00:00Z",
                    }
                ]
            },
        )
    return {
        "entries": lines,
        "slips": slips,
        "tasks": [task["id"] for task in pages(house.head_of_it, "tasks/")],
        "bodies": [*house.scratch["bodies"]],
        "people": house.scratch["people"],
        "posts": house.scratch["posts"],
        "appointments": house.scratch["appointments"],
        "uploads": [upload["id"] for upload in uploads],
        "digests": [upload["digest"] for upload in uploads],
        "acts": [1, 2, 3],
    }


def fits(ctx: Any, response: Any, case: Case) -> None:
    """What fits the description is read: it may be refused for what it means, not for its form."""
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive or response.status_code < 400:
        return
    problem = response.json()
    assert problem["code"] not in ("unreadable", "unacceptable-values", "unknown-media-type"), (
        f"{case.operation.label} describes what it does not take: {problem}"
    )


def _program(house: House, case: Case, luck: random.Random) -> Program:
    """Whose operation it is, mostly; now and then somebody else."""
    operation = case.operation.definition.raw["operationId"]
    if operation.startswith("directory_") and case.method.upper() != "GET":
        # Nobody else of these may keep the directory, and the office is still needed.
        return house.programs["keeper"]
    whose = WHOSE.get(operation)
    return house.programs[whose if whose and luck.random() < 0.8 else luck.choice(READERS)]


def _call(house: House, case: Case, luck: random.Random, *checks: Any) -> Any:
    meta = case.meta
    oddly_headed = meta is not None and meta.is_negative_at(ParameterLocation.HEADER)
    if case.method.upper() in ("POST", "DELETE") and not oddly_headed:
        # A key of one's own for each act, as the description asks.
        case.headers["Idempotency-Key"] = str(uuid4())
    return case.call_and_validate(
        base_url=house.installation.url,
        headers=_program(house, case, luck).headers,
        additional_checks=[fits],
        excluded_checks=[positive_data_acceptance],
        timeout=60,
    )


def _with_what_exists(case: Case, known: dict[str, list[Any]], luck: random.Random) -> None:
    """Name things that exist in place of numbers that mean nothing, mostly."""
    kinds = {
        "/registry/entries/": "entries",
        "/routing/slips/": "slips",
        "/tasks/": "tasks",
        "/directory/bodies/": "bodies",
        "/directory/posts/": "posts",
        "/directory/appointments/": "appointments",
        "/documents/{number}": "entries",
        "/audit/entries/": "acts",
    }
    for name, kind in (("upload_id", "uploads"), ("digest", "digests")):
        if name in case.path_parameters and luck.random() < 0.7:
            case.path_parameters[name] = luck.choice(known[kind])
    if "number" in case.path_parameters and luck.random() < 0.8:
        for part, kind in kinds.items():
            if part in case.path:
                case.path_parameters["number"] = luck.choice(known[kind])
    if isinstance(case.body, dict):
        for name, values in _members(known).items():
            if case.body.get(name) is not None and luck.random() < 0.7:
                case.body[name] = luck.choice(values)


def _members(known: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {
        "parent": known["bodies"],
        "kept_by": known["bodies"],
        "person": known["people"],
        "kind": ["commune-party", "central-office"],
        "uploads": [[], known["uploads"][:1], known["uploads"]],
        "successors": [known["bodies"][:1], known["bodies"][2:4]],
        "issuer_body_id": known["bodies"],
        "type_id": [1, 2, 3],
        "arrived_on": ["2026-11-02", "2020-02-29"],
    }


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_it_keeps_its_description(house: House, known, method: str, path: str, mode):
    operation = SCHEMA[path][method]

    @PACE
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode), luck=st.randoms())
    def calls(case: Case, luck: random.Random) -> None:
        if mode is GenerationMode.POSITIVE:
            _with_what_exists(case, known, luck)
        _call(house, case, luck)

    calls()


@SCHEMA.parametrize()
@hypothesis.settings(parent=PACE, max_examples=1)
def test_every_edge_that_it_names(house: House, known, case: Case):
    luck = random.Random(repr((case.method, case.path, case.query, case.path_parameters)))
    _call(house, case, luck)


@pytest.mark.parametrize("way", range(WAYS))
def test_the_way_from_one_operation_to_the_next(house: House, known, way: int):
    luck = random.Random(way)
    steps: list[str] = []

    class Walk(SCHEMA.as_state_machine()):  # type: ignore[misc] # made at run time
        def before_call(self, case: Case) -> None:
            steps.append(case.path)
            if case.method.upper() in ("POST", "DELETE"):
                case.headers["Idempotency-Key"] = str(uuid4())

        def get_call_kwargs(self, case: Case) -> dict[str, Any]:
            return {
                "base_url": house.installation.url,
                "headers": _program(house, case, luck).headers,
                "timeout": 60,
            }

        def validate_response(self, response: Any, case: Case, **kwargs: Any) -> None:
            case.validate_response(
                response,
                additional_checks=[fits],
                excluded_checks=[positive_data_acceptance],
                transport_kwargs=kwargs,
                recorder=getattr(self, "recorder", None),
            )

    # What an operation answers depends on the walks before: one that begins like another and is
    # answered otherwise ends the way there, since it cannot be put in the same tree.
    with suppress(hypothesis.errors.FlakyStrategyDefinition):
        pace = hypothesis.settings(PACE, max_examples=WALKS, stateful_step_count=6)
        hypothesis.seed(way)(Walk).run(settings=pace)
    assert len(steps) >= WALKS
