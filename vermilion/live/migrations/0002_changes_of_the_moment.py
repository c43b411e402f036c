"""What lasts seconds is kept out of the journal of the database; a crash may empty it.

`xact` is the number of the transaction that wrote the row: rows are written before their
transactions commit, and a reader who went by `id` would pass over those that commit late.
"""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("live", "0001_initial")]

    operations: ClassVar = [
        migrations.RunSQL(
            """
            ALTER TABLE live_change
                ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id();
            CREATE INDEX changes_by_transaction ON live_change (xact);
            ALTER TABLE live_change SET UNLOGGED;
            ALTER TABLE live_presence SET UNLOGGED;
            """,
            """
            ALTER TABLE live_presence SET LOGGED;
            ALTER TABLE live_change SET LOGGED;
            ALTER TABLE live_change DROP COLUMN xact;
            """,
        )
    ]
