"""A stranger who has only the description tries the API in every way he can think of."""

from uuid import uuid4

import hypothesis
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from schemathesis import GenerationMode

from vermilion.web.tests import probe

pytestmark = pytest.mark.django_db(transaction=True)

PACE = hypothesis.settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)

OPERATIONS = [
    (method, path)
    for path, methods in probe.api.description["paths"].items()
    for method in methods
    if "/letters" in path
]


@pytest.fixture
def described(settings):
    settings.ROOT_URLCONF = "vermilion.web.tests.probe"
    settings.MIDDLEWARE = [
        each for each in settings.MIDDLEWARE if not each.startswith("vermilion.accounts")
    ]
    settings.ALLOWED_HOSTS = ["*"]
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_api_keeps_its_description(described, method, path, mode):
    operation = described[path][method]

    @PACE
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def calls(case):
        headers = {"Authorization": "Bearer good"}
        if mode is GenerationMode.POSITIVE and method != "get":
            # A key of one's own for each act, as the description asks.
            headers["Idempotency-Key"] = str(uuid4())
        case.call_and_validate(headers=headers)

    calls()
