"""A house with two kinds of happenings, and papers that are called by their numbers."""

import pytest

from vermilion.notices.types import Channel, Happening, Paper, Reason, connect, house
from vermilion.site import telling


@pytest.fixture(autouse=True)
def a_small_house():
    """What may be told in these tests; afterwards the house is as it was."""
    before = dict(vars(house))
    connect(
        happenings=[
            Happening(
                name="given",
                group="Duties",
                label="A duty is given",
                told="%(by)s gave a duty, due %(due_at)s",
                usual={"lead": Channel.DIGEST, "watcher": Channel.APP},
            ),
            Happening(
                name="alarm",
                group="Alarms",
                label="An alarm",
                told="Nobody has taken it in",
                usual={"lead": Channel.AT_ONCE},
                fixed=True,
            ),
        ],
        reasons=[
            Reason(name="lead", label="Lead", because="because you lead it"),
            Reason(name="watcher", label="Watcher", because="because you watch it"),
        ],
        papers={
            "document": lambda keys: {
                key: Paper(title="Waits", number=f"N{key}", veiled=True)
                if key >= 1000
                else Paper(title=f"Paper {key}", number=f"N{key}", language="vi")
                for key in keys
            }
        },
        recipients=telling.recipients,
        addressees=telling.addressees,
        lineage=telling.lineage,
    )
    yield
    vars(house).update(before)
