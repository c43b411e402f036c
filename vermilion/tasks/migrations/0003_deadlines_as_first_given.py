from django.db import migrations

FIRST = "UPDATE tasks_task SET first_due_at = due_at"
READ = """
UPDATE tasks_task SET state = 'done', progress = 0
WHERE part = 'information' AND state = 'doing'
"""


class Migration(migrations.Migration):
    """What stands already was never extended, and what was read for information is done."""

    dependencies = [("tasks", "0002_duties_change_hands_and_wait")]

    operations = [
        migrations.RunSQL(FIRST, migrations.RunSQL.noop),
        migrations.RunSQL(READ, migrations.RunSQL.noop),
    ]
