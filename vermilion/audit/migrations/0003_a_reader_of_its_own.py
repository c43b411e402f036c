"""The role as which `vermilion audit verify` reads: it may look at the log, and at nothing else."""

from django.db import migrations

# A role belongs to the whole cluster: it may be there already, and we may not be free to make it.
READER = """
DO $$
BEGIN
    IF (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) THEN
        BEGIN
            CREATE ROLE vermilion_auditor LOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'vermilion_auditor') THEN
        GRANT SELECT ON audit_trace, audit_leaf, audit_tile, audit_checkpoint, audit_horizon
            TO vermilion_auditor;
    END IF;
END $$;
"""

DISMISS = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'vermilion_auditor') THEN
        REVOKE ALL ON audit_trace, audit_leaf, audit_tile, audit_checkpoint, audit_horizon
            FROM vermilion_auditor;
    END IF;
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [("audit", "0002_only_ever_added_to")]

    operations = [migrations.RunSQL(READER, DISMISS)]
