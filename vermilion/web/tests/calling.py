"""How the tests call the small API, and what each problem has to look like."""

import json

from django.test import Client

LETTERS = "/api/v1/probe/letters"
BEARER = "Bearer good"


def client():
    return Client(raise_request_exception=False)


def get(path, *, token=BEARER, **headers):
    return client().get(path, headers={"Authorization": token, **headers})


def post(body, *, key="k1", token=BEARER, path=LETTERS, kind="application/json", **headers):
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    given = {"Authorization": token, **headers}
    if key is not None:
        given["Idempotency-Key"] = key
    return client().post(path, data, content_type=kind, headers=given)


def problem(response, status, code):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert (told["status"], told["code"]) == (status, code)
    assert told["trace"] == response["X-Trace-Number"]
    assert set(told) == {
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "code",
        "trace",
        "facts",
        "errors",
    }
    return told
