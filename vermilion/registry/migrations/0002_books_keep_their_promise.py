"""The rules of the books that hold whatever code runs above them.

A counter moves forward one at a time and never without its line; a line is never edited in what
it promises, nor removed. Decree 30/2020 Art. 22.2 asks for continuous numbers.
"""

from django.db import migrations

COUNTER = """
CREATE FUNCTION registry_counter_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last <> OLD.last AND NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'the counter of series % moves forward, one at a time: % to %',
            OLD.id, OLD.last, NEW.last USING ERRCODE = 'check_violation',
            CONSTRAINT = 'a_counter_moves_forward';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_counter_moves_forward BEFORE UPDATE ON registry_series
    FOR EACH ROW EXECUTE FUNCTION registry_counter_moves_forward();

CREATE FUNCTION registry_number_has_its_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last > 0 AND NOT EXISTS (
        SELECT FROM registry_entry WHERE series_id = NEW.id AND number = NEW.last
    ) THEN
        RAISE EXCEPTION 'number % of series % has no line', NEW.last, NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_number_has_its_line';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER a_number_has_its_line AFTER INSERT OR UPDATE OF last ON registry_series
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION registry_number_has_its_line();
"""

LINE = """
CREATE FUNCTION registry_line_takes_the_next_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> (SELECT last FROM registry_series WHERE id = NEW.series_id) THEN
        RAISE EXCEPTION 'number % is not the next of series %', NEW.number, NEW.series_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_takes_the_next_number';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_line_takes_the_next_number BEFORE INSERT ON registry_entry
    FOR EACH ROW EXECUTE FUNCTION registry_line_takes_the_next_number();

CREATE FUNCTION registry_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a line of a book is struck out, never edited or removed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_stays';
END $$;

CREATE TRIGGER a_line_is_not_removed BEFORE DELETE ON registry_entry
    FOR EACH ROW EXECUTE FUNCTION registry_line_stays();

CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON registry_entry
    FOR EACH ROW WHEN (
        (OLD.series_id, OLD.number, OLD.body_id, OLD.document_id, OLD.arrived_on,
         OLD.registered_at, OLD.registrar, OLD.registrar_post)
        IS DISTINCT FROM
        (NEW.series_id, NEW.number, NEW.body_id, NEW.document_id, NEW.arrived_on,
         NEW.registered_at, NEW.registrar, NEW.registrar_post)
        OR (OLD.struck_out AND NOT NEW.struck_out)
    ) EXECUTE FUNCTION registry_line_stays();

CREATE TRIGGER a_striking_stays BEFORE UPDATE OR DELETE ON registry_striking
    FOR EACH ROW EXECUTE FUNCTION registry_line_stays();
"""

UNDO = """
DROP TRIGGER a_striking_stays ON registry_striking;
DROP TRIGGER a_line_is_not_edited ON registry_entry;
DROP TRIGGER a_line_is_not_removed ON registry_entry;
DROP TRIGGER a_line_takes_the_next_number ON registry_entry;
DROP TRIGGER a_number_has_its_line ON registry_series;
DROP TRIGGER a_counter_moves_forward ON registry_series;
DROP FUNCTION registry_line_stays();
DROP FUNCTION registry_line_takes_the_next_number();
DROP FUNCTION registry_number_has_its_line();
DROP FUNCTION registry_counter_moves_forward();
"""


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]
    operations = [migrations.RunSQL(COUNTER + LINE, UNDO)]
