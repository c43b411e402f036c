"""The rules of the books for series that start anywhere, and for periods that are over."""

import django.db.models.deletion
from django.db import migrations, models

COUNTER = """
CREATE OR REPLACE FUNCTION registry_counter_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last <> OLD.last AND NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'the counter of series % moves forward, one at a time: % to %',
            OLD.id, OLD.last, NEW.last USING ERRCODE = 'check_violation',
            CONSTRAINT = 'a_counter_moves_forward';
    END IF;
    IF (NEW.book_id, NEW.group_id, NEW.opens_on, NEW.starts_at)
        IS DISTINCT FROM (OLD.book_id, OLD.group_id, OLD.opens_on, OLD.starts_at) THEN
        RAISE EXCEPTION 'series % stays where it began', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_series_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION registry_number_has_its_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last >= NEW.starts_at AND NOT EXISTS (
        SELECT FROM registry_entry WHERE series_id = NEW.id AND number = NEW.last
    ) THEN
        RAISE EXCEPTION 'number % of series % has no line', NEW.last, NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_number_has_its_line';
    END IF;
    RETURN NULL;
END $$;
"""

# The wall of a body is at most a day from UTC.
LINE = """
CREATE OR REPLACE FUNCTION registry_line_takes_the_next_number() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    series registry_series%ROWTYPE;
BEGIN
    SELECT * INTO series FROM registry_series WHERE id = NEW.series_id;
    IF NEW.number <> series.last THEN
        RAISE EXCEPTION 'number % is not the next of series %', NEW.number, NEW.series_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_takes_the_next_number';
    END IF;
    IF NEW.book_id <> series.book_id THEN
        RAISE EXCEPTION 'series % is not of book %', NEW.series_id, NEW.book_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_stands_in_the_book_of_its_series';
    END IF;
    IF (NEW.registered_at AT TIME ZONE 'UTC')::date < series.opens_on - 1
        OR (NEW.registered_at AT TIME ZONE 'UTC')::date > series.closes_on THEN
        RAISE EXCEPTION 'series % is not open at %', NEW.series_id, NEW.registered_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_closed_period_takes_no_lines';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER a_line_is_not_edited ON registry_entry;
CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON registry_entry
    FOR EACH ROW WHEN (
        (OLD.series_id, OLD.number, OLD.body_id, OLD.book_id, OLD.document_id, OLD.arrived_on,
         OLD.registered_at, OLD.registrar, OLD.registrar_post, OLD.packet, OLD.document_code)
        IS DISTINCT FROM
        (NEW.series_id, NEW.number, NEW.body_id, NEW.book_id, NEW.document_id, NEW.arrived_on,
         NEW.registered_at, NEW.registrar, NEW.registrar_post, NEW.packet, NEW.document_code)
        OR (OLD.struck_out AND NOT NEW.struck_out)
    ) EXECUTE FUNCTION registry_line_stays();
"""

BESIDE = """
CREATE TRIGGER a_joining_stays BEFORE UPDATE OR DELETE ON registry_joining
    FOR EACH ROW EXECUTE FUNCTION registry_line_stays();
CREATE TRIGGER a_posting_stays BEFORE UPDATE OR DELETE ON registry_posting
    FOR EACH ROW EXECUTE FUNCTION registry_line_stays();
CREATE TRIGGER an_addressee_stays BEFORE UPDATE OR DELETE ON registry_addressee
    FOR EACH ROW EXECUTE FUNCTION registry_line_stays();
"""

UNDO = """
DROP TRIGGER an_addressee_stays ON registry_addressee;
DROP TRIGGER a_posting_stays ON registry_posting;
DROP TRIGGER a_joining_stays ON registry_joining;
DROP TRIGGER a_line_is_not_edited ON registry_entry;
CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON registry_entry
    FOR EACH ROW WHEN (
        (OLD.series_id, OLD.number, OLD.body_id, OLD.document_id, OLD.arrived_on,
         OLD.registered_at, OLD.registrar, OLD.registrar_post)
        IS DISTINCT FROM
        (NEW.series_id, NEW.number, NEW.body_id, NEW.document_id, NEW.arrived_on,
         NEW.registered_at, NEW.registrar, NEW.registrar_post)
        OR (OLD.struck_out AND NOT NEW.struck_out)
    ) EXECUTE FUNCTION registry_line_stays();

CREATE OR REPLACE FUNCTION registry_line_takes_the_next_number() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> (SELECT last FROM registry_series WHERE id = NEW.series_id) THEN
        RAISE EXCEPTION 'number % is not the next of series %', NEW.number, NEW.series_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_takes_the_next_number';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION registry_number_has_its_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last > 0 AND NOT EXISTS (
        SELECT FROM registry_entry WHERE series_id = NEW.id AND number = NEW.last
    ) THEN
        RAISE EXCEPTION 'number % of series % has no line', NEW.last, NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_number_has_its_line';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION registry_counter_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last <> OLD.last AND NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'the counter of series % moves forward, one at a time: % to %',
            OLD.id, OLD.last, NEW.last USING ERRCODE = 'check_violation',
            CONSTRAINT = 'a_counter_moves_forward';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_lines_know_their_book")]
    operations = [
        migrations.AlterField(
            "entry",
            "book",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.book",
            ),
        ),
        migrations.RunSQL(COUNTER + LINE + BESIDE, UNDO),
    ]
