"""Writes that are sent again: one act, one answer."""

import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from vermilion.audit import models as log
from vermilion.kernel import clock
from vermilion.web import models
from vermilion.web.api import repeating
from vermilion.web.tests.calling import BEARER, LETTERS, client, post, problem


@pytest.fixture(autouse=True)
def _probed(settings):
    settings.ROOT_URLCONF = "vermilion.web.tests.probe"
    settings.MIDDLEWARE = [
        each for each in settings.MIDDLEWARE if not each.startswith("vermilion.accounts")
    ]


@pytest.mark.django_db(transaction=True)
class TestRepeating:
    def test_a_write_without_a_key_is_refused(self):
        problem(post({"symbol": "1"}, key=None), 400, "key-missing")
        assert not log.Trace.objects.exists()

    @pytest.mark.parametrize("key", ["", " ", "a b", "x" * 201, "é"])
    def test_a_key_that_is_none_is_refused(self, key):
        problem(post({"symbol": "1"}, key=key), 400, "key-missing")

    def test_the_same_key_gives_the_same_answer_and_one_act(self):
        first, second = post({"symbol": "1"}), post({"symbol": "1"})

        assert first.status_code == second.status_code == 201
        assert first.content == second.content
        assert first["Location"] == second["Location"]
        assert "Idempotency-Replayed" not in first
        assert second["Idempotency-Replayed"] == "true"
        assert log.Trace.objects.count() == 1

    def test_another_request_under_the_same_key_is_refused(self):
        post({"symbol": "1"})

        problem(post({"symbol": "2"}), 422, "key-reused")
        assert log.Trace.objects.count() == 1

    def test_another_key_is_another_act(self):
        post({"symbol": "1"}, key="a")
        post({"symbol": "1"}, key="b")

        assert log.Trace.objects.count() == 2

    def test_the_key_of_one_token_is_nothing_to_another(self):
        post({"symbol": "1"})
        answer = post({"symbol": "1"}, token="Bearer other")

        assert "Idempotency-Replayed" not in answer
        assert log.Trace.objects.count() == 2

    def test_a_refusal_is_judged_anew(self):
        problem(post({"symbol": "taken"}), 409, "already-there")

        assert not models.Answer.objects.exists()
        problem(post({"symbol": "taken"}), 409, "already-there")

    def test_a_crash_leaves_neither_act_nor_answer(self):
        problem(post({"symbol": "crash"}), 500, "broken")

        assert not log.Trace.objects.exists()
        assert not models.Answer.objects.exists()
        assert post({"symbol": "fine"}).status_code == 201

    def test_a_taking_away_is_repeated_without_a_body(self):
        given = {"Authorization": BEARER, "Idempotency-Key": "d"}
        first = client().delete(f"{LETTERS}/1", headers=given)
        second = client().delete(f"{LETTERS}/1", headers=given)

        assert (first.status_code, second.status_code) == (204, 204)
        assert second["Idempotency-Replayed"] == "true"
        assert log.Trace.objects.count() == 1

    def test_the_same_file_packed_otherwise_is_the_same_request(self):
        def send(content):
            file = SimpleUploadedFile("a.pdf", content)
            return client().post(
                "/api/v1/probe/files",
                {"file": file, "name": "a"},
                headers={"Authorization": BEARER, "Idempotency-Key": "f"},
            )

        assert send(b"x" * 100_000).status_code == 201
        assert send(b"x" * 100_000)["Idempotency-Replayed"] == "true"
        problem(send(b"y"), 422, "key-reused")
        assert log.Trace.objects.get().facts == {"size": 100_000, "name": "a"}

    def test_while_the_first_is_worked_on_the_second_waits_for_later(self):
        held, done = threading.Event(), threading.Event()

        def first():
            with transaction.atomic():
                assert repeating._locked("good", "k1")
                held.set()
                done.wait(10)
            connection.close()

        thread = threading.Thread(target=first)
        thread.start()
        held.wait(10)
        try:
            problem(post({"symbol": "1"}), 409, "still-working")
        finally:
            done.set()
            thread.join()
        assert post({"symbol": "1"}).status_code == 201

    def test_eight_at_once_with_one_key_are_one_act(self):
        answers = []

        def send():
            answers.append(post({"symbol": "1"}).status_code)
            connection.close()

        threads = [threading.Thread(target=send) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert set(answers) <= {201, 409}
        assert 201 in answers
        assert log.Trace.objects.count() == 1

    def test_answers_are_forgotten_after_some_days(self):
        post({"symbol": "1"}, key="old")
        models.Answer.objects.update(at=clock.now() - timedelta(days=4))
        post({"symbol": "1"}, key="new")

        assert repeating.forget(before=clock.now() - repeating.KEPT_FOR) == 1
        assert [answer.key for answer in models.Answer.objects.all()] == ["new"]
