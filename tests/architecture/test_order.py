"""What import-linter cannot see of who may know whom."""

from django.apps import apps

from tests.architecture.source import ORDER, level, listed, packages


def test_the_order_names_every_package():
    assert sorted(name for line in ORDER for name in line) == packages()


def test_foreign_keys_follow_the_order():
    wrong = []
    for model in apps.get_models():
        here = model.__module__.split(".")
        if here[0] != "vermilion":
            continue
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or field.related_model is None:
                continue
            there = field.related_model.__module__.split(".")
            if there[0] != "vermilion" or there[1] == here[1]:
                continue
            if level(there[1]) >= level(here[1]):
                wrong.append(f"{model.__name__}.{field.name} points up to {there[1]}")
    assert not wrong, listed(wrong)


def test_no_domain_table_is_in_djangos_admin():
    assert not apps.is_installed("django.contrib.admin")


def test_no_foreign_key_removes_rows_behind_the_back_of_actions():
    """`models.PROTECT` unless argued: a cascade is a removal that no action did."""
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("vermilion"):
            continue
        for field in model._meta.get_fields():
            rule = getattr(getattr(field, "remote_field", None), "on_delete", None)
            own = field.concrete and not field.auto_created
            name = f"{model._meta.label}.{field.name}"
            if own and rule and rule.__name__ != "PROTECT" and name not in MAY_CASCADE:
                wrong.append(f"{name}: {rule.__name__}")
    assert not wrong, listed(wrong)


MAY_CASCADE: dict[str, str] = {
    "arrivals.Enclosure.blob": "what is handed back leaves nothing, not even its name",
    "arrivals.Enclosure.out_of": "a file outlives the mail out of which it was taken",
    "desk.Pin.saved_view": "a view that its owner threw away is pinned nowhere",
}
"""Keys that may remove or empty rows, each with its reason."""
