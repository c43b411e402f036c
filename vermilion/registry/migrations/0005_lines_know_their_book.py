"""Every line says which book it stands in, and what it is found by."""

from django.db import migrations

from vermilion.kernel.letters import search_key
from vermilion.kernel.text import same_symbol_key

BOOKS = """
UPDATE registry_entry SET book_id = registry_series.book_id
FROM registry_series WHERE registry_series.id = registry_entry.series_id
"""


def words(apps, _schema_editor):
    entries = apps.get_model("registry", "Entry").objects
    rows = entries.filter(says="").values_list(
        "pk", "document__symbol", "document__issuer", "document__abstract"
    )
    for key, symbol, issuer, abstract in rows.iterator(chunk_size=2000):
        entries.filter(pk=key).update(
            says=search_key(symbol, same_symbol_key(symbol), issuer, abstract)
        )


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_books_of_every_kind")]
    operations = [
        migrations.RunSQL(BOOKS, migrations.RunSQL.noop),
        migrations.RunPython(words, migrations.RunPython.noop),
    ]
