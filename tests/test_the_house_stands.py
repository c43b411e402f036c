def test_the_door_answers_when_ready(client, db):
    assert client.get("/healthz").json() == {"status": "ready"}
