CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.audit_open_month(day date) RETURNS text
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The log is only ever added to: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.registry_counter_moves_forward() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.last <> OLD.last AND NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'the counter of series % moves forward, one at a time: % to %',
            OLD.id, OLD.last, NEW.last USING ERRCODE = 'check_violation',
            CONSTRAINT = 'a_counter_moves_forward';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.registry_line_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a line of a book is struck out, never edited or removed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_stays';
END $$;

CREATE FUNCTION public.registry_line_takes_the_next_number() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.number <> (SELECT last FROM registry_series WHERE id = NEW.series_id) THEN
        RAISE EXCEPTION 'number % is not the next of series %', NEW.number, NEW.series_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_line_takes_the_next_number';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.registry_number_has_its_line() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.last > 0 AND NOT EXISTS (
        SELECT FROM registry_entry WHERE series_id = NEW.id AND number = NEW.last
    ) THEN
        RAISE EXCEPTION 'number % of series % has no line', NEW.last, NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_number_has_its_line';
    END IF;
    RETURN NULL;
END $$;

CREATE TABLE public.access_grant (
    id bigint NOT NULL,
    holder character varying(60) NOT NULL,
    thing_kind character varying(30) NOT NULL,
    thing_id bigint NOT NULL,
    cause character varying(20) NOT NULL,
    cause_id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);

ALTER TABLE public.access_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.accounts_device (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    agent character varying(300) NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.accounts_device ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_device_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_recovery (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    way character varying(10) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    issued_by character varying(200) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    redeemed_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT a_recovery_expires_later CHECK ((expires_at > issued_at))
);

ALTER TABLE public.accounts_recovery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_recovery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    address inet,
    agent character varying(300) NOT NULL,
    method character varying(10) NOT NULL,
    user_id bigint
);

CREATE TABLE public.accounts_throttle (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    count integer NOT NULL,
    since timestamp with time zone NOT NULL,
    shut_until timestamp with time zone,
    CONSTRAINT accounts_throttle_count_check CHECK ((count >= 0))
);

ALTER TABLE public.accounts_throttle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_throttle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_token (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    digest character varying(64) NOT NULL,
    hint character varying(12) NOT NULL,
    scopes character varying(20)[] NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    appointment_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT a_token_expires_later CHECK ((expires_at > issued_at)),
    CONSTRAINT a_token_may_do_something CHECK ((NOT (scopes = '{}'::character varying(20)[])))
);

ALTER TABLE public.accounts_token ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    sign_in_name character varying(60) NOT NULL,
    language character varying(10) NOT NULL,
    theme character varying(12) NOT NULL,
    density character varying(12) NOT NULL,
    opened_at timestamp with time zone,
    locked_at timestamp with time zone,
    locked_why character varying(200) NOT NULL,
    closed_at timestamp with time zone,
    is_active boolean GENERATED ALWAYS AS (((closed_at IS NULL) AND (locked_at IS NULL))) STORED,
    person_id bigint,
    CONSTRAINT a_sign_in_name_is_kept_in_small_letters CHECK (((sign_in_name)::text = lower((sign_in_name)::text)))
);

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_checkpoint (
    id bigint NOT NULL,
    origin character varying(200) NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE public.audit_checkpoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_checkpoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_horizon (
    id bigint NOT NULL,
    transaction bigint NOT NULL,
    CONSTRAINT there_is_one_horizon CHECK ((id = 1))
);

ALTER TABLE public.audit_horizon ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_horizon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_leaf (
    index bigint NOT NULL,
    trace_id bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.audit_tile (
    id bigint NOT NULL,
    level smallint NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL,
    root bytea NOT NULL
);

ALTER TABLE public.audit_tile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_tile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_trace (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    act character varying(80) NOT NULL,
    subject character varying(80) NOT NULL,
    body_id bigint,
    actor jsonb NOT NULL,
    facts jsonb NOT NULL,
    request character varying(32) NOT NULL,
    seal bytea NOT NULL,
    transaction bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL
)
PARTITION BY RANGE (at);

ALTER TABLE public.audit_trace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_trace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_trace_other (
    id bigint CONSTRAINT audit_trace_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT audit_trace_at_not_null NOT NULL,
    act character varying(80) CONSTRAINT audit_trace_act_not_null NOT NULL,
    subject character varying(80) CONSTRAINT audit_trace_subject_not_null NOT NULL,
    body_id bigint,
    actor jsonb CONSTRAINT audit_trace_actor_not_null NOT NULL,
    facts jsonb CONSTRAINT audit_trace_facts_not_null NOT NULL,
    request character varying(32) CONSTRAINT audit_trace_request_not_null NOT NULL,
    seal bytea CONSTRAINT audit_trace_seal_not_null NOT NULL,
    transaction bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_trace_transaction_not_null NOT NULL
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_appointment (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    main_since date,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.directory_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_assistance (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    assistant_id bigint NOT NULL,
    leader_id bigint NOT NULL
);

ALTER TABLE public.directory_assistance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_assistance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_body (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name character varying(200) NOT NULL,
    short_name character varying(60) NOT NULL,
    abbreviation character varying(30) NOT NULL,
    place character varying(100) NOT NULL,
    time_zone character varying(40) NOT NULL,
    sort_key character varying(420) NOT NULL COLLATE pg_catalog."C",
    search_key character varying(400) NOT NULL,
    lo bigint NOT NULL,
    hi bigint NOT NULL,
    parent_id bigint,
    kind_id bigint NOT NULL,
    CONSTRAINT a_body_ends_after_it_began CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);

ALTER TABLE public.directory_body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_bodykind (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    family character varying(10) NOT NULL,
    names jsonb NOT NULL,
    level smallint NOT NULL,
    ordinal integer NOT NULL,
    CONSTRAINT directory_bodykind_level_check CHECK ((level >= 0)),
    CONSTRAINT directory_bodykind_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.directory_bodykind ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_bodykind_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_bodystate (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name character varying(200) NOT NULL,
    short_name character varying(60) NOT NULL,
    abbreviation character varying(30) NOT NULL,
    search_key character varying(400) NOT NULL,
    body_id bigint NOT NULL,
    kind_id bigint NOT NULL,
    parent_id bigint
);

ALTER TABLE public.directory_bodystate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_bodystate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_circle (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    names jsonb NOT NULL,
    ended_at timestamp with time zone,
    branch_id bigint,
    owner_id bigint NOT NULL
);

ALTER TABLE public.directory_circle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_circle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_circle_kinds (
    id bigint NOT NULL,
    circle_id bigint NOT NULL,
    bodykind_id bigint NOT NULL
);

ALTER TABLE public.directory_circle_kinds ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_circle_kinds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_circle_members (
    id bigint NOT NULL,
    circle_id bigint NOT NULL,
    body_id bigint NOT NULL
);

ALTER TABLE public.directory_circle_members ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_circle_members_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_delegation (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    authority character varying(5) NOT NULL,
    matter character varying(300) NOT NULL,
    document_types character varying(40)[] NOT NULL,
    basis character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    giver_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    passed_on_from_id bigint,
    CONSTRAINT nobody_delegates_to_oneself CHECK ((NOT (giver_id = holder_id))),
    CONSTRAINT written_authority_is_not_passed_on CHECK (((NOT ((authority)::text = 'tuq'::text)) OR (passed_on_from_id IS NULL))),
    CONSTRAINT written_authority_names_basis_matter_and_end CHECK (((NOT ((authority)::text = 'tuq'::text)) OR ((NOT ((basis)::text = ''::text)) AND (NOT ((matter)::text = ''::text)) AND (valid_to IS NOT NULL))))
);

ALTER TABLE public.directory_delegation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_delegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_identifier (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    scheme character varying(40) NOT NULL,
    value character varying(35) NOT NULL,
    body_id bigint NOT NULL
);

ALTER TABLE public.directory_identifier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_identifier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_person (
    id bigint NOT NULL,
    full_name character varying(100) NOT NULL,
    sort_key character varying(300) NOT NULL COLLATE pg_catalog."C",
    search_key character varying(300) NOT NULL,
    email character varying(254) NOT NULL,
    telephone character varying(40) NOT NULL,
    clearance smallint NOT NULL,
    kept_by_id bigint,
    CONSTRAINT directory_person_clearance_check CHECK ((clearance >= 0))
);

ALTER TABLE public.directory_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_post (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    title character varying(120) NOT NULL,
    duties character varying(20)[] NOT NULL,
    signs_as character varying(5) NOT NULL,
    ordinal integer NOT NULL,
    body_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT directory_post_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.directory_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_poststate (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    title character varying(120) NOT NULL,
    duties character varying(20)[] NOT NULL,
    signs_as character varying(5) NOT NULL,
    body_id bigint NOT NULL,
    post_id bigint NOT NULL,
    unit_id bigint
);

ALTER TABLE public.directory_poststate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_poststate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_sheet (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(255) NOT NULL,
    by_name character varying(100) NOT NULL,
    language character varying(10) NOT NULL,
    rows jsonb NOT NULL,
    outcomes jsonb NOT NULL,
    handed_in_at timestamp with time zone NOT NULL,
    tried_at timestamp with time zone,
    asked_at timestamp with time zone,
    applied_at timestamp with time zone,
    body_id bigint NOT NULL,
    by_id bigint
);

ALTER TABLE public.directory_sheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_sheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_successorlink (
    id bigint NOT NULL,
    "on" date NOT NULL,
    manner character varying(10) NOT NULL,
    body_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT no_body_succeeds_itself CHECK ((NOT (body_id = successor_id)))
);

ALTER TABLE public.directory_successorlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_successorlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_unit (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name character varying(200) NOT NULL,
    abbreviation character varying(30) NOT NULL,
    ordinal integer NOT NULL,
    search_key character varying(400) NOT NULL,
    body_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT directory_unit_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.directory_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_unitstate (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name character varying(200) NOT NULL,
    abbreviation character varying(30) NOT NULL,
    body_id bigint NOT NULL,
    parent_id bigint,
    unit_id bigint NOT NULL
);

ALTER TABLE public.directory_unitstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_unitstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents_attachment (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    ordinal integer NOT NULL,
    blob_id bigint NOT NULL,
    document_id bigint NOT NULL,
    CONSTRAINT documents_attachment_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.documents_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents_correction (
    id bigint NOT NULL,
    field character varying(30) NOT NULL,
    old jsonb,
    new jsonb,
    reason character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    document_id bigint NOT NULL
);

ALTER TABLE public.documents_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    symbol character varying(60) NOT NULL,
    dated_on date,
    issuer character varying(200) NOT NULL,
    abstract character varying(500) NOT NULL,
    signer character varying(50) NOT NULL,
    signer_post character varying(100) NOT NULL,
    competence character varying(10) NOT NULL,
    urgency smallint NOT NULL,
    secrecy smallint NOT NULL,
    circulation character varying(10) NOT NULL,
    pages integer,
    copies integer NOT NULL,
    language character varying(30) NOT NULL,
    note character varying(500) NOT NULL,
    reply_due_on date,
    recorded_at timestamp with time zone NOT NULL,
    symbol_key character varying(60) NOT NULL,
    issuer_key character varying(300) NOT NULL,
    body_id bigint NOT NULL,
    issuer_body_id bigint,
    type_id bigint,
    CONSTRAINT a_document_has_a_known_grade CHECK ((secrecy = ANY (ARRAY[0, 1, 2, 3]))),
    CONSTRAINT a_document_has_a_known_urgency CHECK ((urgency = ANY (ARRAY[0, 1, 2, 3, 4]))),
    CONSTRAINT a_document_has_an_issuer_and_an_abstract CHECK (((NOT ((issuer)::text = ''::text)) AND (NOT ((abstract)::text = ''::text)))),
    CONSTRAINT documents_document_copies_check CHECK ((copies >= 0)),
    CONSTRAINT documents_document_pages_check CHECK ((pages >= 0)),
    CONSTRAINT documents_document_secrecy_check CHECK ((secrecy >= 0)),
    CONSTRAINT documents_document_urgency_check CHECK ((urgency >= 0)),
    CONSTRAINT pages_and_copies_start_at_one CHECK (((copies >= 1) AND ((pages IS NULL) OR (pages >= 1))))
);

ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents_documenttype (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    family character varying(10) NOT NULL,
    abbreviation character varying(10) NOT NULL,
    also_abbreviated jsonb NOT NULL,
    names jsonb NOT NULL,
    ordinal integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT a_type_ends_after_it_began CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT documents_documenttype_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.documents_documenttype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documenttype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents_hold (
    id bigint NOT NULL,
    grade smallint NOT NULL,
    words character varying(60) NOT NULL,
    line integer NOT NULL,
    handed_in_by character varying(100) NOT NULL,
    held_at timestamp with time zone NOT NULL,
    settlement character varying(12) NOT NULL,
    settled_at timestamp with time zone,
    settled_by character varying(100) NOT NULL,
    reason character varying(500) NOT NULL,
    blob_id bigint,
    body_id bigint NOT NULL,
    CONSTRAINT a_file_that_waits_is_here CHECK (((blob_id IS NOT NULL) OR (settled_at IS NOT NULL))),
    CONSTRAINT a_hold_is_settled_with_a_reason CHECK ((((settled_at IS NULL) AND ((settlement)::text = ''::text)) OR ((settled_at IS NOT NULL) AND (NOT ((settlement)::text = ''::text)) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT documents_hold_grade_check CHECK ((grade >= 0)),
    CONSTRAINT documents_hold_line_check CHECK ((line >= 0))
);

ALTER TABLE public.documents_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_blob (
    id bigint NOT NULL,
    place character varying(80) NOT NULL,
    wrapped bytea NOT NULL,
    size bigint NOT NULL,
    digest character varying(64) NOT NULL,
    media_type character varying(100) NOT NULL,
    format character varying(40) NOT NULL,
    format_name character varying(200) NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    examined_at timestamp with time zone,
    key_id bigint NOT NULL
);

ALTER TABLE public.files_blob ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_blob_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_examination (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    state character varying(12) NOT NULL,
    attempts integer NOT NULL,
    reason character varying(40) NOT NULL,
    facts jsonb NOT NULL,
    warnings jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    blob_id bigint NOT NULL,
    CONSTRAINT files_examination_attempts_check CHECK ((attempts >= 0))
);

ALTER TABLE public.files_examination ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_examination_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_fixitycheck (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    found character varying(10) NOT NULL,
    blob_id bigint NOT NULL
);

ALTER TABLE public.files_fixitycheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_fixitycheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_masterkey (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone
);

ALTER TABLE public.files_masterkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_masterkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_page (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    width double precision NOT NULL,
    height double precision NOT NULL,
    lines jsonb NOT NULL,
    blob_id bigint NOT NULL,
    CONSTRAINT files_page_number_check CHECK ((number >= 0))
);

ALTER TABLE public.files_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_rendition (
    id bigint NOT NULL,
    place character varying(80) NOT NULL,
    wrapped bytea NOT NULL,
    size bigint NOT NULL,
    kind character varying(10) NOT NULL,
    page integer NOT NULL,
    media_type character varying(100) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    blob_id bigint NOT NULL,
    key_id bigint NOT NULL,
    CONSTRAINT files_rendition_page_check CHECK ((page >= 0))
);

ALTER TABLE public.files_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_upload (
    id uuid NOT NULL,
    person_id bigint,
    appointment_id bigint,
    body_id bigint,
    name character varying(255) NOT NULL,
    declared_type character varying(100) NOT NULL,
    declared_size bigint,
    received bigint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    blob_id bigint,
    CONSTRAINT an_upload_is_finished_when_it_has_bytes CHECK ((((blob_id IS NULL) AND (finished_at IS NULL)) OR ((blob_id IS NOT NULL) AND (finished_at IS NOT NULL)))),
    CONSTRAINT an_upload_receives_no_more_than_declared CHECK (((declared_size IS NULL) OR (received <= declared_size)))
);

CREATE TABLE public.files_uploadpart (
    id bigint NOT NULL,
    place character varying(80) NOT NULL,
    wrapped bytea NOT NULL,
    size bigint NOT NULL,
    "offset" bigint NOT NULL,
    key_id bigint NOT NULL,
    upload_id uuid NOT NULL
);

ALTER TABLE public.files_uploadpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_uploadpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_book (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    turnover character varying(5) NOT NULL,
    body_id bigint NOT NULL
);

ALTER TABLE public.registry_book ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_book_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_entry (
    id bigint NOT NULL,
    number integer NOT NULL,
    arrived_on date NOT NULL,
    channel character varying(10) NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    registrar character varying(100) NOT NULL,
    registrar_post character varying(120) NOT NULL,
    symbol_key character varying(60) NOT NULL,
    issuer_key character varying(200) NOT NULL,
    dated_in smallint,
    second_copy_reason character varying(300) NOT NULL,
    struck_out boolean NOT NULL,
    body_id bigint NOT NULL,
    document_id bigint NOT NULL,
    laid_before_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT numbers_start_at_one CHECK ((number >= 1)),
    CONSTRAINT registry_entry_dated_in_check CHECK ((dated_in >= 0)),
    CONSTRAINT registry_entry_number_check CHECK ((number >= 0))
);

ALTER TABLE public.registry_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_series (
    id bigint NOT NULL,
    opens_on date NOT NULL,
    closes_on date,
    last integer NOT NULL,
    book_id bigint NOT NULL,
    CONSTRAINT registry_series_last_check CHECK ((last >= 0))
);

ALTER TABLE public.registry_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_striking (
    id bigint NOT NULL,
    reason character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL
);

ALTER TABLE public.registry_striking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_striking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_term (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    opens_on date NOT NULL,
    closes_on date,
    body_id bigint NOT NULL
);

ALTER TABLE public.registry_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_transfer (
    id bigint NOT NULL,
    recipient character varying(200) NOT NULL,
    reference character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    received_at timestamp with time zone,
    received_by character varying(100) NOT NULL,
    entry_id bigint NOT NULL
);

ALTER TABLE public.registry_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_assignment (
    id bigint NOT NULL,
    part character varying(12) NOT NULL,
    task_id bigint NOT NULL,
    direction_id bigint NOT NULL,
    slip_id bigint NOT NULL
);

ALTER TABLE public.routing_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_closing (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    note character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    slip_id bigint NOT NULL
);

ALTER TABLE public.routing_closing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_direction (
    id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    instruction text NOT NULL,
    at timestamp with time zone NOT NULL,
    slip_id bigint NOT NULL
);

ALTER TABLE public.routing_direction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_direction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_slip (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    standing character varying(10) NOT NULL,
    standing_since timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    leads smallint NOT NULL,
    leads_done smallint NOT NULL,
    body_id bigint NOT NULL,
    document_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    laid_before_id bigint,
    CONSTRAINT routing_slip_leads_check CHECK ((leads >= 0)),
    CONSTRAINT routing_slip_leads_done_check CHECK ((leads_done >= 0))
);

ALTER TABLE public.routing_slip ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_slip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_completion (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    report text NOT NULL,
    task_id bigint NOT NULL
);

ALTER TABLE public.tasks_completion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_completion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_evidence (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    blob_id bigint NOT NULL,
    completion_id bigint NOT NULL
);

ALTER TABLE public.tasks_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_return (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(1000) NOT NULL,
    task_id bigint NOT NULL
);

ALTER TABLE public.tasks_return ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_return_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_takingin (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    task_id bigint NOT NULL
);

ALTER TABLE public.tasks_takingin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_takingin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_task (
    id bigint NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_id bigint NOT NULL,
    recipient character varying(200) NOT NULL,
    part character varying(12) NOT NULL,
    instruction text NOT NULL,
    due_at timestamp with time zone,
    given_by character varying(100) NOT NULL,
    given_by_post character varying(120) NOT NULL,
    given_for character varying(100) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    appointment_id bigint,
    body_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT a_task_falls_due_after_it_was_given CHECK (((due_at IS NULL) OR (due_at > given_at))),
    CONSTRAINT a_task_has_one_recipient CHECK ((((appointment_id IS NOT NULL) AND (unit_id IS NULL)) OR ((appointment_id IS NULL) AND (unit_id IS NOT NULL))))
);

ALTER TABLE public.tasks_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_withdrawal (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(1000) NOT NULL,
    task_id bigint NOT NULL
);

ALTER TABLE public.tasks_withdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_withdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.web_answer (
    id bigint NOT NULL,
    token character varying(80) NOT NULL,
    key character varying(200) NOT NULL,
    fingerprint bytea NOT NULL,
    actor character varying(200) NOT NULL,
    status smallint NOT NULL,
    headers jsonb NOT NULL,
    media_type character varying(120) NOT NULL,
    body bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT web_answer_status_check CHECK ((status >= 0))
);

ALTER TABLE public.web_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.web_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.audit_trace ATTACH PARTITION public.audit_trace_other DEFAULT;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT a_body_has_one_term_on_a_day EXCLUDE USING gist (body_id WITH =, daterange(opens_on, closes_on, '[)'::text) WITH &&);

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT a_body_is_one_thing_on_a_day EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT a_body_keeps_one_book_of_a_kind UNIQUE (body_id, kind);

ALTER TABLE ONLY public.directory_successorlink
    ADD CONSTRAINT a_body_succeeds_another_once UNIQUE (body_id, successor_id);

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT a_book_has_one_series_on_a_day EXCLUDE USING gist (book_id WITH =, daterange(opens_on, closes_on, '[)'::text) WITH &&);

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT a_cause_grants_once UNIQUE (holder, thing_kind, thing_id, cause, cause_id);

ALTER TABLE ONLY public.directory_identifier
    ADD CONSTRAINT a_code_means_one_body_on_a_day EXCLUDE USING gist (scheme WITH =, value WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.accounts_device
    ADD CONSTRAINT a_device_is_known_once UNIQUE (user_id, digest);

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT a_document_holds_a_file_once UNIQUE (document_id, blob_id);

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT a_document_orders_its_files UNIQUE (document_id, ordinal);

ALTER TABLE ONLY public.web_answer
    ADD CONSTRAINT a_key_has_one_answer UNIQUE (token, key);

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT a_number_is_used_once UNIQUE (series_id, number);

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT a_page_is_pictured_once UNIQUE (blob_id, kind, page);

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT a_page_is_read_once UNIQUE (blob_id, number);

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT a_part_of_an_upload_is_received_once UNIQUE (upload_id, "offset");

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT a_person_holds_a_post_once_on_a_day EXCLUDE USING gist (person_id WITH =, post_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT a_post_is_one_thing_on_a_day EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT a_share_is_handed_on_once UNIQUE (entry_id, reference);

ALTER TABLE ONLY public.audit_checkpoint
    ADD CONSTRAINT a_size_is_signed_once UNIQUE (origin, size);

ALTER TABLE ONLY public.files_examination
    ADD CONSTRAINT a_stage_is_examined_once UNIQUE (blob_id, stage);

ALTER TABLE ONLY public.audit_tile
    ADD CONSTRAINT a_tile_is_laid_once UNIQUE (level, index);

ALTER TABLE ONLY public.audit_trace
    ADD CONSTRAINT a_trace_has_one_number PRIMARY KEY (id, at);

ALTER TABLE ONLY public.audit_leaf
    ADD CONSTRAINT a_trace_has_one_place UNIQUE (trace_id);

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT a_unit_is_one_thing_on_a_day EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_cache
    ADD CONSTRAINT accounts_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.accounts_device
    ADD CONSTRAINT accounts_device_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_recovery
    ADD CONSTRAINT accounts_recovery_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.accounts_recovery
    ADD CONSTRAINT accounts_recovery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.accounts_throttle
    ADD CONSTRAINT accounts_throttle_key_key UNIQUE (key);

ALTER TABLE ONLY public.accounts_throttle
    ADD CONSTRAINT accounts_throttle_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_token
    ADD CONSTRAINT accounts_token_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.accounts_token
    ADD CONSTRAINT accounts_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_sign_in_name_key UNIQUE (sign_in_name);

ALTER TABLE ONLY public.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_horizon
    ADD CONSTRAINT audit_horizon_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_leaf
    ADD CONSTRAINT audit_leaf_pkey PRIMARY KEY (index);

ALTER TABLE ONLY public.audit_tile
    ADD CONSTRAINT audit_tile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_trace_other
    ADD CONSTRAINT audit_trace_other_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT directory_appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_assistance
    ADD CONSTRAINT directory_assistance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_body
    ADD CONSTRAINT directory_body_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_bodykind
    ADD CONSTRAINT directory_bodykind_code_key UNIQUE (code);

ALTER TABLE ONLY public.directory_bodykind
    ADD CONSTRAINT directory_bodykind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT directory_bodystate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_circle_kinds
    ADD CONSTRAINT directory_circle_kinds_circle_id_bodykind_id_653b638a_uniq UNIQUE (circle_id, bodykind_id);

ALTER TABLE ONLY public.directory_circle_kinds
    ADD CONSTRAINT directory_circle_kinds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_circle_members
    ADD CONSTRAINT directory_circle_members_circle_id_body_id_1d2f43e6_uniq UNIQUE (circle_id, body_id);

ALTER TABLE ONLY public.directory_circle_members
    ADD CONSTRAINT directory_circle_members_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_circle
    ADD CONSTRAINT directory_circle_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_delegation
    ADD CONSTRAINT directory_delegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_identifier
    ADD CONSTRAINT directory_identifier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_person
    ADD CONSTRAINT directory_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_post
    ADD CONSTRAINT directory_post_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT directory_poststate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_sheet
    ADD CONSTRAINT directory_sheet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_successorlink
    ADD CONSTRAINT directory_successorlink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_unit
    ADD CONSTRAINT directory_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT directory_unitstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents_correction
    ADD CONSTRAINT documents_correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents_documenttype
    ADD CONSTRAINT documents_documenttype_code_key UNIQUE (code);

ALTER TABLE ONLY public.documents_documenttype
    ADD CONSTRAINT documents_documenttype_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents_hold
    ADD CONSTRAINT documents_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_blob
    ADD CONSTRAINT files_blob_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.files_blob
    ADD CONSTRAINT files_blob_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_blob
    ADD CONSTRAINT files_blob_place_key UNIQUE (place);

ALTER TABLE ONLY public.files_examination
    ADD CONSTRAINT files_examination_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_fixitycheck
    ADD CONSTRAINT files_fixitycheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_masterkey
    ADD CONSTRAINT files_masterkey_name_key UNIQUE (name);

ALTER TABLE ONLY public.files_masterkey
    ADD CONSTRAINT files_masterkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT files_page_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT files_rendition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT files_rendition_place_key UNIQUE (place);

ALTER TABLE ONLY public.files_upload
    ADD CONSTRAINT files_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT files_uploadpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT files_uploadpart_place_key UNIQUE (place);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_assistance
    ADD CONSTRAINT one_assists_a_leader_once_on_a_day EXCLUDE USING gist (assistant_id WITH =, leader_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT one_post_becomes_the_main_one_on_a_day UNIQUE (person_id, main_since);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT registry_book_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT registry_series_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_striking
    ADD CONSTRAINT registry_striking_entry_id_key UNIQUE (entry_id);

ALTER TABLE ONLY public.registry_striking
    ADD CONSTRAINT registry_striking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT registry_term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.routing_closing
    ADD CONSTRAINT routing_closing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_closing
    ADD CONSTRAINT routing_closing_slip_id_key UNIQUE (slip_id);

ALTER TABLE ONLY public.routing_direction
    ADD CONSTRAINT routing_direction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_entry_id_key UNIQUE (entry_id);

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_return
    ADD CONSTRAINT tasks_return_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_return
    ADD CONSTRAINT tasks_return_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.tasks_takingin
    ADD CONSTRAINT tasks_takingin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_takingin
    ADD CONSTRAINT tasks_takingin_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_withdrawal
    ADD CONSTRAINT tasks_withdrawal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_withdrawal
    ADD CONSTRAINT tasks_withdrawal_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.web_answer
    ADD CONSTRAINT web_answer_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX a_body_names_a_circle_once ON public.directory_circle USING btree (owner_id, name) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX a_document_is_entered_once ON public.registry_entry USING btree (body_id, symbol_key, issuer_key, dated_in) NULLS NOT DISTINCT WHERE ((NOT ((symbol_key)::text = ''::text)) AND ((second_copy_reason)::text = ''::text) AND (NOT struck_out));

CREATE UNIQUE INDEX a_file_is_held_once_at_a_time ON public.documents_hold USING btree (blob_id, body_id) WHERE (settled_at IS NULL);

CREATE UNIQUE INDEX a_token_in_force_has_its_own_name ON public.accounts_token USING btree (user_id, name) WHERE (revoked_at IS NULL);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX accounts_cache_cache_key_00f2af28_like ON public.accounts_cache USING btree (cache_key varchar_pattern_ops);

CREATE INDEX accounts_cache_expires_1624b04f ON public.accounts_cache USING btree (expires);

CREATE INDEX accounts_device_user_id_f8e29eb4 ON public.accounts_device USING btree (user_id);

CREATE INDEX accounts_recovery_digest_b5d77c02_like ON public.accounts_recovery USING btree (digest varchar_pattern_ops);

CREATE INDEX accounts_recovery_user_id_791bca7a ON public.accounts_recovery USING btree (user_id);

CREATE INDEX accounts_session_expire_date_5bbfba7c ON public.accounts_session USING btree (expire_date);

CREATE INDEX accounts_session_session_key_b186966f_like ON public.accounts_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX accounts_session_user_id_d5aaed01 ON public.accounts_session USING btree (user_id);

CREATE INDEX accounts_throttle_key_abf416de_like ON public.accounts_throttle USING btree (key varchar_pattern_ops);

CREATE INDEX accounts_token_appointment_id_8a5eca07 ON public.accounts_token USING btree (appointment_id);

CREATE INDEX accounts_token_digest_0eb24d7b_like ON public.accounts_token USING btree (digest varchar_pattern_ops);

CREATE INDEX accounts_token_user_id_82a3a2c8 ON public.accounts_token USING btree (user_id);

CREATE INDEX accounts_user_sign_in_name_ecb20554_like ON public.accounts_user USING btree (sign_in_name varchar_pattern_ops);

CREATE INDEX answers_by_age ON public.web_answer USING btree (at);

CREATE INDEX traces_of_a_body ON ONLY public.audit_trace USING btree (body_id, at, id);

CREATE INDEX traces_of_a_person ON ONLY public.audit_trace USING btree (((actor -> 'person'::text)), at, id);

CREATE INDEX traces_of_a_subject ON ONLY public.audit_trace USING btree (subject, id);

CREATE INDEX traces_of_a_transaction ON ONLY public.audit_trace USING btree (transaction, id);

CREATE INDEX audit_trace_other_body_id_at_id_idx ON public.audit_trace_other USING btree (body_id, at, id);

CREATE INDEX audit_trace_other_expr_at_id_idx ON public.audit_trace_other USING btree (((actor -> 'person'::text)), at, id);

CREATE INDEX audit_trace_other_subject_id_idx ON public.audit_trace_other USING btree (subject, id);

CREATE INDEX audit_trace_other_transaction_id_idx ON public.audit_trace_other USING btree (transaction, id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX body_children ON public.directory_body USING btree (parent_id, sort_key);

CREATE INDEX body_lo ON public.directory_body USING btree (lo);

CREATE INDEX body_search ON public.directory_body USING gin (search_key public.gin_trgm_ops);

CREATE INDEX body_state_search ON public.directory_bodystate USING gin (search_key public.gin_trgm_ops);

CREATE INDEX directory_appointment_person_id_9ecf9a47 ON public.directory_appointment USING btree (person_id);

CREATE INDEX directory_appointment_post_id_2d181302 ON public.directory_appointment USING btree (post_id);

CREATE INDEX directory_assistance_assistant_id_e0b06958 ON public.directory_assistance USING btree (assistant_id);

CREATE INDEX directory_assistance_leader_id_acfa75a7 ON public.directory_assistance USING btree (leader_id);

CREATE INDEX directory_body_kind_id_b0caf8c2 ON public.directory_body USING btree (kind_id);

CREATE INDEX directory_body_parent_id_c76c2264 ON public.directory_body USING btree (parent_id);

CREATE INDEX directory_bodykind_code_b368aa5c_like ON public.directory_bodykind USING btree (code varchar_pattern_ops);

CREATE INDEX directory_bodystate_body_id_2b8823c4 ON public.directory_bodystate USING btree (body_id);

CREATE INDEX directory_bodystate_kind_id_3f103c84 ON public.directory_bodystate USING btree (kind_id);

CREATE INDEX directory_bodystate_parent_id_5ddab6ca ON public.directory_bodystate USING btree (parent_id);

CREATE INDEX directory_circle_branch_id_f636bbd3 ON public.directory_circle USING btree (branch_id);

CREATE INDEX directory_circle_kinds_bodykind_id_25603ccd ON public.directory_circle_kinds USING btree (bodykind_id);

CREATE INDEX directory_circle_kinds_circle_id_9e6fde39 ON public.directory_circle_kinds USING btree (circle_id);

CREATE INDEX directory_circle_members_body_id_2cdd844d ON public.directory_circle_members USING btree (body_id);

CREATE INDEX directory_circle_members_circle_id_86990885 ON public.directory_circle_members USING btree (circle_id);

CREATE INDEX directory_circle_owner_id_2bc5ecef ON public.directory_circle USING btree (owner_id);

CREATE INDEX directory_delegation_giver_id_29c29e54 ON public.directory_delegation USING btree (giver_id);

CREATE INDEX directory_delegation_holder_id_3485caeb ON public.directory_delegation USING btree (holder_id);

CREATE INDEX directory_delegation_passed_on_from_id_56fa5998 ON public.directory_delegation USING btree (passed_on_from_id);

CREATE INDEX directory_identifier_body_id_340e7d60 ON public.directory_identifier USING btree (body_id);

CREATE INDEX directory_person_kept_by_id_c715648e ON public.directory_person USING btree (kept_by_id);

CREATE INDEX directory_post_body_id_a86fc3e1 ON public.directory_post USING btree (body_id);

CREATE INDEX directory_post_unit_id_66080af8 ON public.directory_post USING btree (unit_id);

CREATE INDEX directory_poststate_body_id_fd9956ab ON public.directory_poststate USING btree (body_id);

CREATE INDEX directory_poststate_post_id_7330dac0 ON public.directory_poststate USING btree (post_id);

CREATE INDEX directory_poststate_unit_id_beac9c8c ON public.directory_poststate USING btree (unit_id);

CREATE INDEX directory_sheet_body_id_5b7e4b67 ON public.directory_sheet USING btree (body_id);

CREATE INDEX directory_sheet_by_id_6ae215d1 ON public.directory_sheet USING btree (by_id);

CREATE INDEX directory_successorlink_body_id_147cdf41 ON public.directory_successorlink USING btree (body_id);

CREATE INDEX directory_successorlink_successor_id_2d116224 ON public.directory_successorlink USING btree (successor_id);

CREATE INDEX directory_unit_body_id_88f44098 ON public.directory_unit USING btree (body_id);

CREATE INDEX directory_unit_parent_id_23eb6e40 ON public.directory_unit USING btree (parent_id);

CREATE INDEX directory_unitstate_body_id_e31b28e0 ON public.directory_unitstate USING btree (body_id);

CREATE INDEX directory_unitstate_parent_id_4ab477c2 ON public.directory_unitstate USING btree (parent_id);

CREATE INDEX directory_unitstate_unit_id_b67b9e9b ON public.directory_unitstate USING btree (unit_id);

CREATE INDEX document_newest ON public.documents_document USING btree (body_id, id DESC);

CREATE INDEX document_twin ON public.documents_document USING btree (body_id, symbol_key);

CREATE INDEX documents_attachment_blob_id_0f1525ee ON public.documents_attachment USING btree (blob_id);

CREATE INDEX documents_attachment_document_id_6a94351f ON public.documents_attachment USING btree (document_id);

CREATE INDEX documents_correction_document_id_d7e8b3d3 ON public.documents_correction USING btree (document_id);

CREATE INDEX documents_document_body_id_1d8a1074 ON public.documents_document USING btree (body_id);

CREATE INDEX documents_document_issuer_body_id_e57d96c1 ON public.documents_document USING btree (issuer_body_id);

CREATE INDEX documents_document_type_id_d255df65 ON public.documents_document USING btree (type_id);

CREATE INDEX documents_documenttype_code_5a642277_like ON public.documents_documenttype USING btree (code varchar_pattern_ops);

CREATE INDEX documents_hold_blob_id_6f275796 ON public.documents_hold USING btree (blob_id);

CREATE INDEX documents_hold_body_id_91a19646 ON public.documents_hold USING btree (body_id);

CREATE INDEX entry_document ON public.registry_entry USING btree (document_id);

CREATE INDEX entry_newest ON public.registry_entry USING btree (body_id, id DESC);

CREATE INDEX examinations_still_open ON public.files_examination USING btree (asked_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'failed'::character varying])::text[]));

CREATE INDEX files_blob_digest_72bdf48c_like ON public.files_blob USING btree (digest varchar_pattern_ops);

CREATE INDEX files_blob_key_id_0e8dbe9f ON public.files_blob USING btree (key_id);

CREATE INDEX files_blob_place_fae69eae_like ON public.files_blob USING btree (place varchar_pattern_ops);

CREATE INDEX files_examination_blob_id_400d447e ON public.files_examination USING btree (blob_id);

CREATE INDEX files_fixitycheck_blob_id_fa232370 ON public.files_fixitycheck USING btree (blob_id);

CREATE INDEX files_masterkey_name_835f0df6_like ON public.files_masterkey USING btree (name varchar_pattern_ops);

CREATE INDEX files_page_blob_id_24b4601a ON public.files_page USING btree (blob_id);

CREATE INDEX files_rendition_blob_id_b3191de5 ON public.files_rendition USING btree (blob_id);

CREATE INDEX files_rendition_key_id_5b24f395 ON public.files_rendition USING btree (key_id);

CREATE INDEX files_rendition_place_18485c88_like ON public.files_rendition USING btree (place varchar_pattern_ops);

CREATE INDEX files_upload_blob_id_75432ee8 ON public.files_upload USING btree (blob_id);

CREATE INDEX files_uploadpart_key_id_5f0edac0 ON public.files_uploadpart USING btree (key_id);

CREATE INDEX files_uploadpart_place_d2025e48_like ON public.files_uploadpart USING btree (place varchar_pattern_ops);

CREATE INDEX files_uploadpart_upload_id_e898598d ON public.files_uploadpart USING btree (upload_id);

CREATE INDEX finished_slip ON public.routing_slip USING btree (body_id, id DESC) WHERE ((standing)::text = ANY ((ARRAY['closed'::character varying, 'withdrawn'::character varying])::text[]));

CREATE INDEX fixity_of_a_blob ON public.files_fixitycheck USING btree (blob_id, at DESC);

CREATE INDEX grant_by_cause ON public.access_grant USING btree (cause, cause_id);

CREATE INDEX grant_by_holder ON public.access_grant USING btree (holder, thing_kind, thing_id DESC);

CREATE INDEX grant_by_thing ON public.access_grant USING btree (thing_kind, thing_id);

CREATE INDEX hold_newest ON public.documents_hold USING btree (body_id, id DESC);

CREATE INDEX identifier_value ON public.directory_identifier USING btree (value);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE UNIQUE INDEX one_recovery_is_open_at_a_time ON public.accounts_recovery USING btree (user_id) WHERE (ended_at IS NULL);

CREATE INDEX open_task_of_post ON public.tasks_task USING btree (appointment_id, due_at) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying])::text[]));

CREATE INDEX open_task_of_unit ON public.tasks_task USING btree (unit_id, due_at) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying])::text[]));

CREATE INDEX person_search ON public.directory_person USING gin (search_key public.gin_trgm_ops);

CREATE INDEX post_order ON public.directory_post USING btree (body_id, ordinal);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX registry_book_body_id_ba8fe532 ON public.registry_book USING btree (body_id);

CREATE INDEX registry_entry_body_id_e731afbb ON public.registry_entry USING btree (body_id);

CREATE INDEX registry_entry_document_id_ec1eae7d ON public.registry_entry USING btree (document_id);

CREATE INDEX registry_entry_laid_before_id_7794650a ON public.registry_entry USING btree (laid_before_id);

CREATE INDEX registry_entry_series_id_f7a8354a ON public.registry_entry USING btree (series_id);

CREATE INDEX registry_series_book_id_7df80750 ON public.registry_series USING btree (book_id);

CREATE INDEX registry_term_body_id_daf8c28e ON public.registry_term USING btree (body_id);

CREATE INDEX registry_transfer_entry_id_32d6d4a5 ON public.registry_transfer USING btree (entry_id);

CREATE INDEX routing_assignment_direction_id_12f443b9 ON public.routing_assignment USING btree (direction_id);

CREATE INDEX routing_assignment_slip_id_85a6bb59 ON public.routing_assignment USING btree (slip_id);

CREATE INDEX routing_direction_slip_id_88733ea4 ON public.routing_direction USING btree (slip_id);

CREATE INDEX routing_slip_body_id_7faf9f67 ON public.routing_slip USING btree (body_id);

CREATE INDEX routing_slip_document_id_dca16973 ON public.routing_slip USING btree (document_id);

CREATE INDEX routing_slip_laid_before_id_2c1c82b0 ON public.routing_slip USING btree (laid_before_id);

CREATE INDEX session_by_user ON public.accounts_session USING btree (user_id, seen_at DESC);

CREATE INDEX sheets_of_a_body ON public.directory_sheet USING btree (body_id, handed_in_at DESC);

CREATE INDEX slip_document ON public.routing_slip USING btree (document_id);

CREATE INDEX slip_laid_before ON public.routing_slip USING btree (laid_before_id, id DESC) WHERE ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying])::text[]));

CREATE INDEX struck_out_line ON public.registry_entry USING btree (series_id) WHERE struck_out;

CREATE INDEX task_subject ON public.tasks_task USING btree (subject_kind, subject_id);

CREATE INDEX tasks_evidence_blob_id_07cb1291 ON public.tasks_evidence USING btree (blob_id);

CREATE INDEX tasks_evidence_completion_id_49b3a282 ON public.tasks_evidence USING btree (completion_id);

CREATE INDEX tasks_task_appointment_id_52375ea9 ON public.tasks_task USING btree (appointment_id);

CREATE INDEX tasks_task_body_id_07e2400a ON public.tasks_task USING btree (body_id);

CREATE INDEX tasks_task_unit_id_80256504 ON public.tasks_task USING btree (unit_id);

CREATE INDEX throttle_since ON public.accounts_throttle USING btree (since);

CREATE INDEX unfinished_slip ON public.routing_slip USING btree (body_id, standing, id DESC) WHERE ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying, 'doing'::character varying, 'ready'::character varying])::text[]));

CREATE INDEX unfinished_slip_due ON public.routing_slip USING btree (body_id, due_at) WHERE ((due_at IS NOT NULL) AND ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying, 'doing'::character varying, 'ready'::character varying])::text[])));

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX unit_order ON public.directory_unit USING btree (body_id, ordinal);

CREATE INDEX uploads_of_a_person ON public.files_upload USING btree (person_id, begun_at DESC);

CREATE INDEX uploads_under_way ON public.files_upload USING btree (begun_at) WHERE ((finished_at IS NULL) AND (withdrawn_at IS NULL));

ALTER INDEX public.traces_of_a_body ATTACH PARTITION public.audit_trace_other_body_id_at_id_idx;

ALTER INDEX public.traces_of_a_person ATTACH PARTITION public.audit_trace_other_expr_at_id_idx;

ALTER INDEX public.a_trace_has_one_number ATTACH PARTITION public.audit_trace_other_pkey;

ALTER INDEX public.traces_of_a_subject ATTACH PARTITION public.audit_trace_other_subject_id_idx;

ALTER INDEX public.traces_of_a_transaction ATTACH PARTITION public.audit_trace_other_transaction_id_idx;

CREATE TRIGGER a_counter_moves_forward BEFORE UPDATE ON public.registry_series FOR EACH ROW EXECUTE FUNCTION public.registry_counter_moves_forward();

CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON public.registry_entry FOR EACH ROW WHEN ((((((((((old.series_id IS DISTINCT FROM new.series_id) OR (old.number IS DISTINCT FROM new.number)) OR (old.body_id IS DISTINCT FROM new.body_id)) OR (old.document_id IS DISTINCT FROM new.document_id)) OR (old.arrived_on IS DISTINCT FROM new.arrived_on)) OR (old.registered_at IS DISTINCT FROM new.registered_at)) OR ((old.registrar)::text IS DISTINCT FROM (new.registrar)::text)) OR ((old.registrar_post)::text IS DISTINCT FROM (new.registrar_post)::text)) OR (old.struck_out AND (NOT new.struck_out)))) EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_line_is_not_removed BEFORE DELETE ON public.registry_entry FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_line_takes_the_next_number BEFORE INSERT ON public.registry_entry FOR EACH ROW EXECUTE FUNCTION public.registry_line_takes_the_next_number();

CREATE CONSTRAINT TRIGGER a_number_has_its_line AFTER INSERT OR UPDATE OF last ON public.registry_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.registry_number_has_its_line();

CREATE TRIGGER a_striking_stays BEFORE DELETE OR UPDATE ON public.registry_striking FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER rows_stay_as_they_are BEFORE DELETE OR UPDATE ON public.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER rows_stay_as_they_are BEFORE DELETE OR UPDATE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER rows_stay_as_they_are BEFORE DELETE OR UPDATE ON public.audit_tile FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER rows_stay_as_they_are BEFORE DELETE OR UPDATE ON public.audit_trace FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON public.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON public.audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON public.audit_tile FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON public.audit_trace FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

CREATE TRIGGER the_table_is_not_emptied BEFORE TRUNCATE ON public.audit_trace_other FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_device
    ADD CONSTRAINT accounts_device_user_id_f8e29eb4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_recovery
    ADD CONSTRAINT accounts_recovery_user_id_791bca7a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_user_id_d5aaed01_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_token
    ADD CONSTRAINT accounts_token_appointment_id_8a5eca07_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_token
    ADD CONSTRAINT accounts_token_user_id_82a3a2c8_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_person_id_6f9b1782_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT directory_appointment_person_id_9ecf9a47_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT directory_appointment_post_id_2d181302_fk_directory_post_id FOREIGN KEY (post_id) REFERENCES public.directory_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_assistance
    ADD CONSTRAINT directory_assistance_assistant_id_e0b06958_fk_directory FOREIGN KEY (assistant_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_assistance
    ADD CONSTRAINT directory_assistance_leader_id_acfa75a7_fk_directory FOREIGN KEY (leader_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_body
    ADD CONSTRAINT directory_body_kind_id_b0caf8c2_fk_directory_bodykind_id FOREIGN KEY (kind_id) REFERENCES public.directory_bodykind(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_body
    ADD CONSTRAINT directory_body_parent_id_c76c2264_fk_directory_body_id FOREIGN KEY (parent_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT directory_bodystate_body_id_2b8823c4_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT directory_bodystate_kind_id_3f103c84_fk_directory_bodykind_id FOREIGN KEY (kind_id) REFERENCES public.directory_bodykind(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT directory_bodystate_parent_id_5ddab6ca_fk_directory_body_id FOREIGN KEY (parent_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle
    ADD CONSTRAINT directory_circle_branch_id_f636bbd3_fk_directory_body_id FOREIGN KEY (branch_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle_kinds
    ADD CONSTRAINT directory_circle_kin_bodykind_id_25603ccd_fk_directory FOREIGN KEY (bodykind_id) REFERENCES public.directory_bodykind(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle_kinds
    ADD CONSTRAINT directory_circle_kin_circle_id_9e6fde39_fk_directory FOREIGN KEY (circle_id) REFERENCES public.directory_circle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle_members
    ADD CONSTRAINT directory_circle_mem_circle_id_86990885_fk_directory FOREIGN KEY (circle_id) REFERENCES public.directory_circle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle_members
    ADD CONSTRAINT directory_circle_members_body_id_2cdd844d_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_circle
    ADD CONSTRAINT directory_circle_owner_id_2bc5ecef_fk_directory_body_id FOREIGN KEY (owner_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_delegation
    ADD CONSTRAINT directory_delegation_giver_id_29c29e54_fk_directory FOREIGN KEY (giver_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_delegation
    ADD CONSTRAINT directory_delegation_holder_id_3485caeb_fk_directory FOREIGN KEY (holder_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_delegation
    ADD CONSTRAINT directory_delegation_passed_on_from_id_56fa5998_fk_directory FOREIGN KEY (passed_on_from_id) REFERENCES public.directory_delegation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_identifier
    ADD CONSTRAINT directory_identifier_body_id_340e7d60_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_person
    ADD CONSTRAINT directory_person_kept_by_id_c715648e_fk_directory_body_id FOREIGN KEY (kept_by_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_post
    ADD CONSTRAINT directory_post_body_id_a86fc3e1_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_post
    ADD CONSTRAINT directory_post_unit_id_66080af8_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT directory_poststate_body_id_fd9956ab_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT directory_poststate_post_id_7330dac0_fk_directory_post_id FOREIGN KEY (post_id) REFERENCES public.directory_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT directory_poststate_unit_id_beac9c8c_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_sheet
    ADD CONSTRAINT directory_sheet_body_id_5b7e4b67_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_sheet
    ADD CONSTRAINT directory_sheet_by_id_6ae215d1_fk_directory_appointment_id FOREIGN KEY (by_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_successorlink
    ADD CONSTRAINT directory_successorl_successor_id_2d116224_fk_directory FOREIGN KEY (successor_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_successorlink
    ADD CONSTRAINT directory_successorlink_body_id_147cdf41_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_unit
    ADD CONSTRAINT directory_unit_body_id_88f44098_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_unit
    ADD CONSTRAINT directory_unit_parent_id_23eb6e40_fk_directory_unit_id FOREIGN KEY (parent_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT directory_unitstate_body_id_e31b28e0_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT directory_unitstate_parent_id_4ab477c2_fk_directory_unit_id FOREIGN KEY (parent_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT directory_unitstate_unit_id_b67b9e9b_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_blob_id_0f1525ee_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT documents_attachment_document_id_6a94351f_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_correction
    ADD CONSTRAINT documents_correction_document_id_d7e8b3d3_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_body_id_1d8a1074_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_issuer_body_id_e57d96c1_fk_directory_body_id FOREIGN KEY (issuer_body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_type_id_d255df65_fk_documents FOREIGN KEY (type_id) REFERENCES public.documents_documenttype(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_hold
    ADD CONSTRAINT documents_hold_blob_id_6f275796_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.documents_hold
    ADD CONSTRAINT documents_hold_body_id_91a19646_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_blob
    ADD CONSTRAINT files_blob_key_id_0e8dbe9f_fk_files_masterkey_id FOREIGN KEY (key_id) REFERENCES public.files_masterkey(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_examination
    ADD CONSTRAINT files_examination_blob_id_400d447e_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_fixitycheck
    ADD CONSTRAINT files_fixitycheck_blob_id_fa232370_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT files_page_blob_id_24b4601a_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT files_rendition_blob_id_b3191de5_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT files_rendition_key_id_5b24f395_fk_files_masterkey_id FOREIGN KEY (key_id) REFERENCES public.files_masterkey(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_upload
    ADD CONSTRAINT files_upload_blob_id_75432ee8_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT files_uploadpart_key_id_5f0edac0_fk_files_masterkey_id FOREIGN KEY (key_id) REFERENCES public.files_masterkey(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT files_uploadpart_upload_id_e898598d_fk_files_upload_id FOREIGN KEY (upload_id) REFERENCES public.files_upload(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT registry_book_body_id_ba8fe532_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_body_id_e731afbb_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_document_id_ec1eae7d_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_laid_before_id_7794650a_fk_directory FOREIGN KEY (laid_before_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_series_id_f7a8354a_fk_registry_series_id FOREIGN KEY (series_id) REFERENCES public.registry_series(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT registry_series_book_id_7df80750_fk_registry_book_id FOREIGN KEY (book_id) REFERENCES public.registry_book(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_striking
    ADD CONSTRAINT registry_striking_entry_id_a7ea3dba_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT registry_term_body_id_daf8c28e_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_entry_id_32d6d4a5_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_direction_id_12f443b9_fk_routing_d FOREIGN KEY (direction_id) REFERENCES public.routing_direction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_slip_id_85a6bb59_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_task_id_4f62efb6_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_closing
    ADD CONSTRAINT routing_closing_slip_id_25b1bd15_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_direction
    ADD CONSTRAINT routing_direction_slip_id_88733ea4_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_body_id_7faf9f67_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_document_id_dca16973_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_entry_id_53af2683_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_laid_before_id_2c1c82b0_fk_directory FOREIGN KEY (laid_before_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_task_id_9c4ed687_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_blob_id_07cb1291_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_completion_id_49b3a282_fk_tasks_completion_id FOREIGN KEY (completion_id) REFERENCES public.tasks_completion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_return
    ADD CONSTRAINT tasks_return_task_id_7b598971_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_takingin
    ADD CONSTRAINT tasks_takingin_task_id_38d23aa5_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_appointment_id_52375ea9_fk_directory_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_body_id_07e2400a_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_unit_id_80256504_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_withdrawal
    ADD CONSTRAINT tasks_withdrawal_task_id_5b89ba15_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

GRANT SELECT ON TABLE public.audit_checkpoint TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_horizon TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_leaf TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_tile TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_trace TO vermilion_auditor;
