from django.db import migrations, models

KEPT = """series_id, number, body_id, book_id, document_id, arrived_on, registered_at, registrar,
registrar_post, packet, document_code"""


def _stays(kept: str) -> str:
    names = [each.strip() for each in kept.split(",")]
    old, new = (", ".join(f"{row}.{each}" for each in names) for row in ("OLD", "NEW"))
    return f"""
DROP TRIGGER a_line_is_not_edited ON registry_entry;
CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON registry_entry
    FOR EACH ROW WHEN (
        ({old}) IS DISTINCT FROM ({new}) OR (OLD.struck_out AND NOT NEW.struck_out)
    ) EXECUTE FUNCTION registry_line_stays();
"""


class Migration(migrations.Migration):
    """A line says by how many working days it was entered late, and keeps saying so."""

    dependencies = [
        ("directory", "0003_people_are_away"),
        ("documents", "0002_dossier_and_bare_lines"),
        ("registry", "0007_groups_hold_from_a_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="late_by",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("late_by__gt", 0)),
                fields=["book", "-id"],
                name="late_line_of_book",
            ),
        ),
        migrations.RunSQL(_stays(f"{KEPT}, late_by"), _stays(KEPT)),
    ]
