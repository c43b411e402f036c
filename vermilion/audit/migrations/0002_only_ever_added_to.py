"""The database itself refuses to change, remove or empty what the log holds; months of traces."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is only ever added to: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
"""

FORGET = "DROP FUNCTION audit_refuse CASCADE"


def _guarded(table):
    return (
        f"CREATE TRIGGER rows_stay_as_they_are BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse();"
        f"CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();",
        f"DROP TRIGGER rows_stay_as_they_are ON {table};"
        f"DROP TRIGGER the_table_is_not_emptied ON {table};",
    )


# Row triggers of a partitioned table reach its partitions; the others are made for each.
MONTHS = """
CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON audit_trace_other
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

CREATE FUNCTION audit_open_month(day date) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    opens timestamptz := date_trunc('month', day::timestamp) AT TIME ZONE 'UTC';
    closes timestamptz := (date_trunc('month', day::timestamp) + interval '1 month')
        AT TIME ZONE 'UTC';
    month text := to_char(day, '"audit_trace_"YYYY_MM');
BEGIN
    IF to_regclass(month) IS NOT NULL THEN
        RETURN 'there';
    END IF;
    -- Rows that lie among the others already stay there: the log moves none.
    IF EXISTS (SELECT FROM audit_trace_other WHERE at >= opens AND at < closes) THEN
        RETURN 'occupied';
    END IF;
    EXECUTE format(
        'CREATE TABLE %I PARTITION OF audit_trace FOR VALUES FROM (%L) TO (%L)',
        month, opens, closes
    );
    EXECUTE format(
        'CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON %I '
        'FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()',
        month
    );
    RETURN 'made';
END $$;

SELECT audit_open_month((now() + make_interval(months => ahead))::date)
    FROM generate_series(0, 2) AS ahead;
"""

CLOSE_MONTHS = """
DROP TRIGGER the_table_is_not_emptied ON audit_trace_other;
DROP FUNCTION audit_open_month(date);
"""


class Migration(migrations.Migration):

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE, FORGET),
        *(
            migrations.RunSQL(*_guarded(table))
            for table in ("audit_trace", "audit_leaf", "audit_tile", "audit_checkpoint")
        ),
        migrations.RunSQL(MONTHS, CLOSE_MONTHS),
    ]
