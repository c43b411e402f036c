CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

COMMENT ON EXTENSION btree_gin IS 'support for indexing common datatypes in GIN';

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

CREATE FUNCTION public.notices_turn_months(today date, oldest date) RETURNS integer
    LANGUAGE plpgsql
    AS $_$
DECLARE
    opens timestamptz;
    month text;
    dropped integer := 0;
BEGIN
    FOR ahead IN 0..3 LOOP
        opens := (date_trunc('month', today::timestamp) + make_interval(months => ahead))
            AT TIME ZONE 'UTC';
        month := to_char(opens AT TIME ZONE 'UTC', '"notices_told_"YYYY_MM');
        -- What lies among the others already stays there.
        IF to_regclass(month) IS NULL AND NOT EXISTS (
            SELECT FROM notices_told_other WHERE at >= opens AND at < opens + interval '1 month'
        ) THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF notices_told FOR VALUES FROM (%L) TO (%L)',
                month, opens,
                (opens AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC'
            );
        END IF;
    END LOOP;
    FOR month IN
        SELECT inhrelid::regclass::text FROM pg_inherits
        WHERE inhparent = 'notices_told'::regclass
            AND inhrelid::regclass::text ~ '^notices_told_[0-9]{4}_[0-9]{2}$'
            AND to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') + interval '1 month' <= oldest
    LOOP
        EXECUTE format('DROP TABLE %I', month);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $_$;

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
    IF (NEW.book_id, NEW.group_id, NEW.opens_on, NEW.starts_at)
        IS DISTINCT FROM (OLD.book_id, OLD.group_id, OLD.opens_on, OLD.starts_at) THEN
        RAISE EXCEPTION 'series % stays where it began', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_series_stays';
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

CREATE FUNCTION public.registry_number_has_its_line() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.last >= NEW.starts_at AND NOT EXISTS (
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

CREATE TABLE public.arrivals_arrival (
    id bigint NOT NULL,
    source character varying(10) NOT NULL,
    channel character varying(10) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    brought_by character varying(100) NOT NULL,
    title character varying(255) NOT NULL,
    packet_id character varying(255) NOT NULL,
    document_key character varying(255) NOT NULL,
    letter_from character varying(255) NOT NULL,
    letter_text text NOT NULL,
    stated jsonb NOT NULL,
    seen jsonb NOT NULL,
    read_at timestamp with time zone,
    urgency smallint NOT NULL,
    deliver_at timestamp with time zone,
    order_at timestamp with time zone NOT NULL,
    each_apart boolean NOT NULL,
    standing character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    settled_by_id bigint,
    reason character varying(500) NOT NULL,
    body_id bigint NOT NULL,
    entry_id bigint,
    follows_id bigint,
    CONSTRAINT a_registered_arrival_has_its_line CHECK (((NOT ((standing)::text = 'registered'::text)) OR (entry_id IS NOT NULL))),
    CONSTRAINT an_arrival_is_refused_with_a_reason CHECK (((NOT ((standing)::text = ANY ((ARRAY['refused'::character varying, 'aside'::character varying])::text[]))) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT an_arrival_is_settled_once CHECK ((((settled_at IS NULL) AND ((standing)::text = ANY ((ARRAY['waiting'::character varying, 'aside'::character varying])::text[]))) OR ((NOT ((standing)::text = ANY ((ARRAY['waiting'::character varying, 'aside'::character varying])::text[]))) AND (settled_at IS NOT NULL)))),
    CONSTRAINT arrivals_arrival_urgency_check CHECK ((urgency >= 0))
);

ALTER TABLE public.arrivals_arrival ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.arrivals_arrival_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.arrivals_enclosure (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    ordinal integer NOT NULL,
    unpacked_at timestamp with time zone,
    arrival_id bigint NOT NULL,
    blob_id bigint NOT NULL,
    out_of_id bigint,
    CONSTRAINT arrivals_enclosure_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.arrivals_enclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.arrivals_enclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.arrivals_handling (
    id bigint NOT NULL,
    deed character varying(10) NOT NULL,
    words character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    arrival_id bigint NOT NULL
);

ALTER TABLE public.arrivals_handling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.arrivals_handling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.arrivals_lesson (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    cue character varying(500) NOT NULL,
    cue_words character varying(500) NOT NULL,
    says jsonb NOT NULL,
    says_words character varying(300) NOT NULL,
    times integer NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    learned_from character varying(100) NOT NULL,
    forgotten_at timestamp with time zone,
    forgotten_because character varying(300) NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT a_lesson_is_forgotten_with_a_reason CHECK (((forgotten_at IS NULL) OR (NOT ((forgotten_because)::text = ''::text)))),
    CONSTRAINT arrivals_lesson_times_check CHECK ((times >= 0))
);

ALTER TABLE public.arrivals_lesson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.arrivals_lesson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.arrivals_sighting (
    id bigint NOT NULL,
    path character varying(1000) NOT NULL,
    size bigint NOT NULL,
    changed_ns bigint NOT NULL,
    since timestamp with time zone NOT NULL
);

ALTER TABLE public.arrivals_sighting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.arrivals_sighting_id_seq
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

CREATE TABLE public.desk_layout (
    id bigint NOT NULL,
    view character varying(10) NOT NULL,
    kept jsonb NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.desk_layout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_layout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_pin (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    saved_view_id bigint NOT NULL
);

ALTER TABLE public.desk_pin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_pin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_run (
    id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    for_appointment_id bigint,
    act character varying(12) NOT NULL,
    given jsonb NOT NULL,
    view character varying(10) NOT NULL,
    query character varying(2000) NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    stopped_at timestamp with time zone,
    ended_at timestamp with time zone,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    undoes_id bigint,
    CONSTRAINT a_run_begins_after_it_was_planned CHECK (((begun_at IS NULL) OR (begun_at >= planned_at))),
    CONSTRAINT a_run_ends_after_it_began CHECK (((ended_at IS NULL) OR (begun_at IS NOT NULL)))
);

ALTER TABLE public.desk_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_runitem (
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    reason character varying(500) NOT NULL,
    outcome jsonb NOT NULL,
    done_at timestamp with time zone,
    run_id bigint NOT NULL,
    slip_id bigint NOT NULL,
    CONSTRAINT what_was_refused_says_why CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT ((reason)::text = ''::text))))
);

ALTER TABLE public.desk_runitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_runitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_savedview (
    id bigint NOT NULL,
    audience character varying(5) NOT NULL,
    name character varying(60) NOT NULL,
    view character varying(10) NOT NULL,
    query character varying(2000) NOT NULL,
    saved_by character varying(100) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT a_saved_view_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT a_view_for_a_unit_names_it CHECK (((NOT ((audience)::text = 'unit'::text)) OR (unit_id IS NOT NULL)))
);

ALTER TABLE public.desk_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.desk_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.directory_absence (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    note character varying(200) NOT NULL,
    declared_by character varying(100) NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    appointment_id bigint NOT NULL,
    delegation_id bigint,
    deputy_id bigint,
    CONSTRAINT an_absence_has_an_end CHECK ((valid_to > valid_from)),
    CONSTRAINT nobody_stands_in_for_oneself CHECK (((deputy_id IS NULL) OR (NOT ((deputy_id = appointment_id) AND (deputy_id IS NOT NULL)))))
);

ALTER TABLE public.directory_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_absence_id_seq
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
    dossier_notation character varying(20) DEFAULT ''::character varying NOT NULL,
    dossier_ordinal smallint,
    dossier_year smallint,
    CONSTRAINT a_document_has_a_known_grade CHECK ((secrecy = ANY (ARRAY[0, 1, 2, 3]))),
    CONSTRAINT a_document_has_a_known_urgency CHECK ((urgency = ANY (ARRAY[0, 1, 2, 3, 4]))),
    CONSTRAINT a_document_has_an_issuer_and_an_abstract CHECK (((NOT ((issuer)::text = ''::text)) AND ((NOT ((abstract)::text = ''::text)) OR (secrecy > 0)))),
    CONSTRAINT documents_document_copies_check CHECK ((copies >= 0)),
    CONSTRAINT documents_document_dossier_ordinal_check CHECK ((dossier_ordinal >= 0)),
    CONSTRAINT documents_document_dossier_year_check CHECK ((dossier_year >= 0)),
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

CREATE TABLE public.files_origin (
    id bigint NOT NULL,
    number integer NOT NULL,
    source_number integer NOT NULL,
    turn smallint NOT NULL,
    leaning double precision NOT NULL,
    at timestamp with time zone NOT NULL,
    appointment_id bigint,
    by character varying(200) NOT NULL,
    blob_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT a_page_is_turned_by_quarters CHECK ((turn = ANY (ARRAY[0, 90, 180, 270]))),
    CONSTRAINT files_origin_number_check CHECK ((number >= 0)),
    CONSTRAINT files_origin_source_number_check CHECK ((source_number >= 0)),
    CONSTRAINT files_origin_turn_check CHECK ((turn >= 0))
);

ALTER TABLE public.files_origin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_origin_id_seq
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
    certainty double precision,
    leaning double precision NOT NULL,
    turn smallint NOT NULL,
    CONSTRAINT files_page_number_check CHECK ((number >= 0)),
    CONSTRAINT files_page_turn_check CHECK ((turn >= 0))
);

ALTER TABLE public.files_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_recognition (
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    of integer NOT NULL,
    "left" jsonb NOT NULL,
    attempts integer NOT NULL,
    reason character varying(40) NOT NULL,
    facts jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    moved_at timestamp with time zone,
    ended_at timestamp with time zone,
    blob_id bigint NOT NULL,
    CONSTRAINT files_recognition_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT files_recognition_of_check CHECK ((of >= 0))
);

ALTER TABLE public.files_recognition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_recognition_id_seq
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

CREATE TABLE public.followup_escalation (
    id bigint NOT NULL,
    step smallint NOT NULL,
    rung character varying(10) NOT NULL,
    told bigint[] NOT NULL,
    names character varying(250)[] NOT NULL,
    resting boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    wait_id bigint NOT NULL,
    CONSTRAINT followup_escalation_step_check CHECK ((step >= 0))
);

ALTER TABLE public.followup_escalation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_ladder (
    id bigint NOT NULL,
    urgency smallint NOT NULL,
    minutes integer NOT NULL,
    rungs character varying(10)[] NOT NULL,
    answer character varying(5) NOT NULL,
    working_time boolean NOT NULL,
    by_mail boolean NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT a_step_takes_at_least_a_minute CHECK ((minutes >= 1)),
    CONSTRAINT followup_ladder_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT followup_ladder_urgency_check CHECK ((urgency >= 0))
);

ALTER TABLE public.followup_ladder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_ladder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_prompt (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    names character varying(250)[] NOT NULL,
    at timestamp with time zone NOT NULL,
    wait_id bigint NOT NULL
);

ALTER TABLE public.followup_prompt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_prompt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_reminder (
    id bigint NOT NULL,
    "offset" character varying(5) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    wait_id bigint NOT NULL,
    CONSTRAINT followup_reminder_number_check CHECK ((number >= 0))
);

ALTER TABLE public.followup_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_reminderhabit (
    id bigint NOT NULL,
    before character varying(5)[] NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.followup_reminderhabit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_reminderhabit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_turn (
    id bigint NOT NULL,
    "on" date NOT NULL,
    ordinal smallint NOT NULL,
    planned_by character varying(100) NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(100) NOT NULL,
    reason character varying(300) NOT NULL,
    appointment_id bigint NOT NULL,
    body_id bigint NOT NULL,
    instead_of_id bigint,
    CONSTRAINT a_turn_ends_with_a_reason CHECK (((ended_at IS NULL) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT followup_turn_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.followup_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_wait (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    subject_kind character varying(30) NOT NULL,
    subject_id bigint NOT NULL,
    urgency smallint NOT NULL,
    since timestamp with time zone NOT NULL,
    hour timestamp with time zone,
    step smallint NOT NULL,
    next_step_at timestamp with time zone,
    remind_at timestamp with time zone,
    read_at timestamp with time zone,
    read_by character varying(100) NOT NULL,
    read_by_post character varying(120) NOT NULL,
    answered_at timestamp with time zone,
    answered_by character varying(100) NOT NULL,
    answered_by_post character varying(120) NOT NULL,
    body_id bigint NOT NULL,
    document_id bigint,
    holder_id bigint,
    unit_id bigint,
    CONSTRAINT followup_wait_step_check CHECK ((step >= 0)),
    CONSTRAINT followup_wait_urgency_check CHECK ((urgency >= 0)),
    CONSTRAINT nobody_is_told_after_the_answer CHECK (((answered_at IS NULL) OR ((next_step_at IS NULL) AND (remind_at IS NULL))))
);

ALTER TABLE public.followup_wait ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_wait_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followup_watching (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    appointment_id bigint,
    document_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT a_person_or_a_unit_watches CHECK ((((appointment_id IS NOT NULL) AND (unit_id IS NULL)) OR ((appointment_id IS NULL) AND (unit_id IS NOT NULL)))),
    CONSTRAINT watching_ends_after_it_began CHECK (((ended_at IS NULL) OR (ended_at >= since)))
);

ALTER TABLE public.followup_watching ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followup_watching_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.handover_departure (
    id bigint NOT NULL,
    leaver_name character varying(200) NOT NULL,
    successor_name character varying(200) NOT NULL,
    reason character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    leaver_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT nobody_succeeds_oneself CHECK ((NOT (leaver_id = successor_id)))
);

ALTER TABLE public.handover_departure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.handover_departure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.handover_item (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    thing_id bigint NOT NULL,
    label character varying(300) NOT NULL,
    document_id bigint,
    outcome character varying(10) NOT NULL,
    why character varying(1000) NOT NULL,
    signed_at timestamp with time zone,
    signed_by character varying(100) NOT NULL,
    departure_id bigint NOT NULL,
    CONSTRAINT what_was_not_handed_over_says_why CHECK (((NOT ((outcome)::text = 'refused'::text)) OR (NOT ((why)::text = ''::text))))
);

ALTER TABLE public.handover_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.handover_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.live_change (
    id bigint NOT NULL,
    tokens character varying(60)[] NOT NULL,
    topic character varying(60) NOT NULL,
    fresh integer NOT NULL,
    by character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    xact xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT live_change_fresh_check CHECK ((fresh >= 0))
);

ALTER TABLE public.live_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.live_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.live_draft (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    form character varying(120) NOT NULL,
    version integer NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT live_draft_version_check CHECK ((version >= 0))
);

ALTER TABLE public.live_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.live_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.live_presence (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    number bigint NOT NULL,
    "window" character varying(36) NOT NULL,
    appointment_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    post character varying(300) NOT NULL,
    writing boolean NOT NULL,
    until timestamp with time zone NOT NULL
);

ALTER TABLE public.live_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.live_presence_id_seq
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

CREATE TABLE public.notices_digesthour (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    minute smallint NOT NULL,
    days smallint[] NOT NULL,
    CONSTRAINT a_day_has_1440_minutes CHECK ((minute < 1440)),
    CONSTRAINT notices_digesthour_minute_check CHECK ((minute >= 0))
);

ALTER TABLE public.notices_digesthour ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_digesthour_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_letter (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    address character varying(254) NOT NULL,
    urgent boolean NOT NULL,
    number integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    next_try_at timestamp with time zone,
    sent_at timestamp with time zone,
    error character varying(300) NOT NULL,
    CONSTRAINT a_letter_is_sent_after_it_was_written CHECK ((((sent_at >= written_at) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (sent_at IS NULL)))),
    CONSTRAINT notices_letter_number_check CHECK ((number >= 0)),
    CONSTRAINT notices_letter_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.notices_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_notice (
    id bigint NOT NULL,
    holder_id bigint NOT NULL,
    person_id bigint NOT NULL,
    about_kind character varying(30) NOT NULL,
    about_id bigint NOT NULL,
    event character varying(60) NOT NULL,
    reason character varying(30) NOT NULL,
    facts jsonb NOT NULL,
    by character varying(100) NOT NULL,
    url character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    unseen integer NOT NULL,
    urgent boolean NOT NULL,
    seen_at timestamp with time zone,
    muted_at timestamp with time zone,
    CONSTRAINT notices_notice_unseen_check CHECK ((unseen >= 0))
);

ALTER TABLE public.notices_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_told (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    person_id bigint NOT NULL,
    event character varying(60) NOT NULL,
    reason character varying(30) NOT NULL,
    facts jsonb NOT NULL,
    by character varying(100) NOT NULL,
    urgent boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
)
PARTITION BY RANGE (at);

CREATE TABLE public.notices_told_2026_11 (
    id bigint CONSTRAINT notices_told_id_not_null NOT NULL,
    notice_id bigint CONSTRAINT notices_told_notice_id_not_null NOT NULL,
    person_id bigint CONSTRAINT notices_told_person_id_not_null NOT NULL,
    event character varying(60) CONSTRAINT notices_told_event_not_null NOT NULL,
    reason character varying(30) CONSTRAINT notices_told_reason_not_null NOT NULL,
    facts jsonb CONSTRAINT notices_told_facts_not_null NOT NULL,
    by character varying(100) CONSTRAINT notices_told_by_not_null NOT NULL,
    urgent boolean CONSTRAINT notices_told_urgent_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT notices_told_at_not_null NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
);

CREATE TABLE public.notices_told_2026_12 (
    id bigint CONSTRAINT notices_told_id_not_null NOT NULL,
    notice_id bigint CONSTRAINT notices_told_notice_id_not_null NOT NULL,
    person_id bigint CONSTRAINT notices_told_person_id_not_null NOT NULL,
    event character varying(60) CONSTRAINT notices_told_event_not_null NOT NULL,
    reason character varying(30) CONSTRAINT notices_told_reason_not_null NOT NULL,
    facts jsonb CONSTRAINT notices_told_facts_not_null NOT NULL,
    by character varying(100) CONSTRAINT notices_told_by_not_null NOT NULL,
    urgent boolean CONSTRAINT notices_told_urgent_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT notices_told_at_not_null NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
);

CREATE TABLE public.notices_told_2027_01 (
    id bigint CONSTRAINT notices_told_id_not_null NOT NULL,
    notice_id bigint CONSTRAINT notices_told_notice_id_not_null NOT NULL,
    person_id bigint CONSTRAINT notices_told_person_id_not_null NOT NULL,
    event character varying(60) CONSTRAINT notices_told_event_not_null NOT NULL,
    reason character varying(30) CONSTRAINT notices_told_reason_not_null NOT NULL,
    facts jsonb CONSTRAINT notices_told_facts_not_null NOT NULL,
    by character varying(100) CONSTRAINT notices_told_by_not_null NOT NULL,
    urgent boolean CONSTRAINT notices_told_urgent_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT notices_told_at_not_null NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
);

CREATE TABLE public.notices_told_2027_02 (
    id bigint CONSTRAINT notices_told_id_not_null NOT NULL,
    notice_id bigint CONSTRAINT notices_told_notice_id_not_null NOT NULL,
    person_id bigint CONSTRAINT notices_told_person_id_not_null NOT NULL,
    event character varying(60) CONSTRAINT notices_told_event_not_null NOT NULL,
    reason character varying(30) CONSTRAINT notices_told_reason_not_null NOT NULL,
    facts jsonb CONSTRAINT notices_told_facts_not_null NOT NULL,
    by character varying(100) CONSTRAINT notices_told_by_not_null NOT NULL,
    urgent boolean CONSTRAINT notices_told_urgent_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT notices_told_at_not_null NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
);

ALTER TABLE public.notices_told ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_told_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_told_other (
    id bigint CONSTRAINT notices_told_id_not_null NOT NULL,
    notice_id bigint CONSTRAINT notices_told_notice_id_not_null NOT NULL,
    person_id bigint CONSTRAINT notices_told_person_id_not_null NOT NULL,
    event character varying(60) CONSTRAINT notices_told_event_not_null NOT NULL,
    reason character varying(30) CONSTRAINT notices_told_reason_not_null NOT NULL,
    facts jsonb CONSTRAINT notices_told_facts_not_null NOT NULL,
    by character varying(100) CONSTRAINT notices_told_by_not_null NOT NULL,
    urgent boolean CONSTRAINT notices_told_urgent_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT notices_told_at_not_null NOT NULL,
    mail_due_at timestamp with time zone,
    letter_id bigint
);

CREATE TABLE public.notices_usual (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    event character varying(60) NOT NULL,
    reason character varying(30) NOT NULL,
    channel smallint NOT NULL,
    CONSTRAINT notices_usual_channel_check CHECK ((channel >= 0))
);

ALTER TABLE public.notices_usual ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_usual_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_wish (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    event character varying(60) NOT NULL,
    reason character varying(30) NOT NULL,
    channel smallint NOT NULL,
    CONSTRAINT notices_wish_channel_check CHECK ((channel >= 0))
);

ALTER TABLE public.notices_wish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_wish_id_seq
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

CREATE TABLE public.registry_addressee (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(200) NOT NULL,
    body_id bigint,
    entry_id bigint NOT NULL,
    CONSTRAINT registry_addressee_ordinal_check CHECK ((ordinal >= 0))
);

ALTER TABLE public.registry_addressee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_addressee_id_seq
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
    body_id bigint NOT NULL,
    closed_on date,
    "grouping" character varying(5) NOT NULL,
    keeper_id bigint,
    name character varying(100) NOT NULL,
    notation character varying(30) NOT NULL,
    secret boolean NOT NULL,
    takes_bare_lines boolean NOT NULL,
    grouping_before character varying(5) NOT NULL,
    grouping_from date
);

ALTER TABLE public.registry_book ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_book_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_customfield (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    names jsonb NOT NULL,
    form character varying(6) NOT NULL,
    choices jsonb NOT NULL,
    required boolean NOT NULL,
    retired_at timestamp with time zone,
    body_id bigint NOT NULL,
    CONSTRAINT a_choice_has_its_choices CHECK (((NOT ((form)::text = 'choice'::text)) OR (NOT (choices = '[]'::jsonb))))
);

ALTER TABLE public.registry_customfield ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_customfield_id_seq
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
    book_id bigint NOT NULL,
    custom jsonb DEFAULT '{}'::jsonb NOT NULL,
    document_code character varying(100) DEFAULT ''::character varying NOT NULL,
    file_copy character varying(200) DEFAULT ''::character varying NOT NULL,
    packet character varying(100) DEFAULT ''::character varying NOT NULL,
    says text DEFAULT ''::text NOT NULL,
    late_by smallint DEFAULT 0 NOT NULL,
    CONSTRAINT numbers_start_at_one CHECK ((number >= 1)),
    CONSTRAINT registry_entry_dated_in_check CHECK ((dated_in >= 0)),
    CONSTRAINT registry_entry_late_by_check CHECK ((late_by >= 0)),
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

CREATE TABLE public.registry_groupedtype (
    id bigint NOT NULL,
    book_id bigint NOT NULL,
    type_id bigint NOT NULL,
    group_id bigint NOT NULL
);

ALTER TABLE public.registry_groupedtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_groupedtype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_joining (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    first boolean NOT NULL,
    packet character varying(100) NOT NULL,
    arrived_on date NOT NULL,
    note character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL
);

ALTER TABLE public.registry_joining ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_joining_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_posting (
    id bigint NOT NULL,
    "on" date NOT NULL,
    recipient character varying(200) NOT NULL,
    envelopes smallint NOT NULL,
    note character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT registry_posting_envelopes_check CHECK ((envelopes >= 0)),
    CONSTRAINT something_was_posted CHECK ((envelopes >= 1))
);

ALTER TABLE public.registry_posting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_posting_id_seq
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
    starts_at integer DEFAULT 1 NOT NULL,
    group_id bigint,
    CONSTRAINT a_series_starts_at_its_first_number CHECK (((starts_at >= 1) AND (last >= (starts_at - 1)))),
    CONSTRAINT registry_series_last_check CHECK ((last >= 0)),
    CONSTRAINT registry_series_starts_at_check CHECK ((starts_at >= 0))
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

CREATE TABLE public.registry_typegroup (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    book_id bigint NOT NULL
);

ALTER TABLE public.registry_typegroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_typegroup_id_seq
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
    slip_id bigint NOT NULL,
    below boolean DEFAULT false NOT NULL
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
    slip_id bigint NOT NULL,
    as_prepared boolean DEFAULT false NOT NULL,
    preparation_id bigint
);

ALTER TABLE public.routing_direction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_direction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_phrase (
    id bigint NOT NULL,
    text character varying(500) NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    struck_at timestamp with time zone,
    struck_by character varying(100) NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint
);

ALTER TABLE public.routing_phrase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_phrase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_precedent (
    id bigint NOT NULL,
    issuer_key character varying(300) NOT NULL,
    type_code character varying(40) NOT NULL,
    words character varying(60)[] NOT NULL,
    leads character varying(30)[] NOT NULL,
    supports character varying(30)[] NOT NULL,
    readers character varying(30)[] NOT NULL,
    at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    slip_id bigint NOT NULL
);

ALTER TABLE public.routing_precedent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_precedent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_preparation (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    instruction text NOT NULL,
    note character varying(1000) NOT NULL,
    plan jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    slip_id bigint NOT NULL
);

ALTER TABLE public.routing_preparation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_preparation_id_seq
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

CREATE TABLE public.routing_slipreopening (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    reason character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    closing_id bigint NOT NULL
);

ALTER TABLE public.routing_slipreopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_slipreopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.routing_unitcircle (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    members character varying(30)[] NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    struck_at timestamp with time zone,
    struck_by character varying(100) NOT NULL,
    body_id bigint NOT NULL
);

ALTER TABLE public.routing_unitcircle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_unitcircle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.support_problem (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    weight character varying(12) NOT NULL,
    words text NOT NULL,
    page character varying(500) NOT NULL,
    page_title character varying(200) NOT NULL,
    trace character varying(64) NOT NULL,
    screen jsonb NOT NULL,
    first_due_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    owner_name character varying(100) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    appointment_id bigint NOT NULL,
    body_id bigint NOT NULL,
    joined_to_id bigint,
    owner_id bigint,
    CONSTRAINT a_problem_falls_due_after_it_was_reported CHECK (((first_due_at > reported_at) AND (due_at > reported_at))),
    CONSTRAINT a_report_is_not_joined_to_itself CHECK (((joined_to_id IS NULL) OR (NOT ((joined_to_id = id) AND (joined_to_id IS NOT NULL))))),
    CONSTRAINT a_report_says_something CHECK ((NOT (words = ''::text))),
    CONSTRAINT what_is_in_hand_has_an_owner CHECK (((NOT ((state)::text = 'in_hand'::text)) OR (NOT ((owner_name)::text = ''::text))))
);

ALTER TABLE public.support_problem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_problem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.support_step (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    text text NOT NULL,
    release character varying(40) NOT NULL,
    owner_name character varying(100) NOT NULL,
    due_at timestamp with time zone,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    other_id bigint,
    owner_id bigint,
    problem_id bigint NOT NULL,
    CONSTRAINT every_other_step_says_something CHECK ((((kind)::text = ANY ((ARRAY['taken'::character varying, 'joined'::character varying])::text[])) OR (NOT (text = ''::text)))),
    CONSTRAINT taking_in_hand_names_an_owner CHECK (((NOT ((kind)::text = 'taken'::text)) OR (owner_id IS NOT NULL)))
);

ALTER TABLE public.support_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.support_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_answer (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    text character varying(4000) NOT NULL,
    question_id bigint NOT NULL
);

ALTER TABLE public.tasks_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_approval (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    approved boolean NOT NULL,
    reason character varying(1000) NOT NULL,
    completion_id bigint NOT NULL
);

ALTER TABLE public.tasks_approval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_approval_id_seq
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
    task_id bigint NOT NULL,
    for_approval boolean DEFAULT false NOT NULL,
    reporter_id bigint
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

CREATE TABLE public.tasks_extension (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    due_before timestamp with time zone,
    until timestamp with time zone NOT NULL,
    reason character varying(1000) NOT NULL,
    asker_id bigint,
    task_id bigint NOT NULL,
    unasked boolean DEFAULT false NOT NULL,
    CONSTRAINT an_extension_asks_for_later CHECK ((unasked OR (until > due_before))),
    CONSTRAINT only_a_deadline_is_asked_to_be_later CHECK ((unasked OR (due_before IS NOT NULL)))
);

ALTER TABLE public.tasks_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_extensiondecision (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    reason character varying(1000) NOT NULL,
    extension_id bigint NOT NULL
);

ALTER TABLE public.tasks_extensiondecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_extensiondecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_extensionrule (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    most smallint NOT NULL,
    days smallint NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT tasks_extensionrule_days_check CHECK ((days >= 0)),
    CONSTRAINT tasks_extensionrule_most_check CHECK ((most >= 0))
);

ALTER TABLE public.tasks_extensionrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_extensionrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_handover (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    manner character varying(10) NOT NULL,
    person_name character varying(200) NOT NULL,
    before_name character varying(200) NOT NULL,
    words character varying(1000) NOT NULL,
    person_id bigint NOT NULL,
    task_id bigint NOT NULL
);

ALTER TABLE public.tasks_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_progress (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    percent smallint NOT NULL,
    words character varying(2000) NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT progress_ends_at_hundred CHECK ((percent <= 100)),
    CONSTRAINT tasks_progress_percent_check CHECK ((percent >= 0))
);

ALTER TABLE public.tasks_progress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_progress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_question (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    asked character varying(200) NOT NULL,
    text character varying(2000) NOT NULL,
    appointment_id bigint,
    asker_id bigint,
    task_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT a_question_goes_to_one CHECK ((((appointment_id IS NOT NULL) AND (unit_id IS NULL)) OR ((appointment_id IS NULL) AND (unit_id IS NOT NULL))))
);

ALTER TABLE public.tasks_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tasks_reopening (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(1000) NOT NULL,
    completion_id bigint NOT NULL
);

ALTER TABLE public.tasks_reopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_reopening_id_seq
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
    task_id bigint NOT NULL,
    ground character varying(12) DEFAULT ''::character varying NOT NULL
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
    approval boolean DEFAULT false NOT NULL,
    doer_id bigint,
    doer_name character varying(200) DEFAULT ''::character varying NOT NULL,
    first_due_at timestamp with time zone,
    giver_id bigint,
    latest_at timestamp with time zone,
    parent_id bigint,
    progress smallint DEFAULT 0 NOT NULL,
    CONSTRAINT a_task_falls_due_after_it_was_given CHECK (((due_at IS NULL) OR (due_at > given_at))),
    CONSTRAINT a_task_has_one_recipient CHECK ((((appointment_id IS NOT NULL) AND (unit_id IS NULL)) OR ((appointment_id IS NULL) AND (unit_id IS NOT NULL)))),
    CONSTRAINT nobody_does_more_than_everything CHECK ((progress <= 100)),
    CONSTRAINT tasks_task_progress_check CHECK ((progress >= 0))
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

CREATE TABLE public.workdays_dayofown (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    manner character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    struck_at timestamp with time zone,
    struck_by character varying(100) NOT NULL,
    body_id bigint NOT NULL
);

ALTER TABLE public.workdays_dayofown ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workdays_dayofown_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.workdays_usualtime (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    type_code character varying(40) NOT NULL,
    urgency smallint,
    days smallint,
    body_id bigint NOT NULL,
    CONSTRAINT a_usual_time_is_no_lifetime CHECK (((days IS NULL) OR (days <= 400))),
    CONSTRAINT workdays_usualtime_days_check CHECK ((days >= 0)),
    CONSTRAINT workdays_usualtime_urgency_check CHECK ((urgency >= 0))
);

ALTER TABLE public.workdays_usualtime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workdays_usualtime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.workdays_workingweek (
    id bigint NOT NULL,
    by character varying(100) NOT NULL,
    by_post character varying(120) NOT NULL,
    by_for character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    valid_from date NOT NULL,
    hours jsonb,
    body_id bigint NOT NULL
);

ALTER TABLE public.workdays_workingweek ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workdays_workingweek_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.audit_trace ATTACH PARTITION public.audit_trace_other DEFAULT;

ALTER TABLE ONLY public.notices_told ATTACH PARTITION public.notices_told_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY public.notices_told ATTACH PARTITION public.notices_told_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY public.notices_told ATTACH PARTITION public.notices_told_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');

ALTER TABLE ONLY public.notices_told ATTACH PARTITION public.notices_told_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');

ALTER TABLE ONLY public.notices_told ATTACH PARTITION public.notices_told_other DEFAULT;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.followup_ladder
    ADD CONSTRAINT a_body_has_one_ladder_for_an_urgency UNIQUE (body_id, urgency);

ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT a_body_has_one_term_on_a_day EXCLUDE USING gist (body_id WITH =, daterange(opens_on, closes_on, '[)'::text) WITH &&);

ALTER TABLE ONLY public.directory_bodystate
    ADD CONSTRAINT a_body_is_one_thing_on_a_day EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT a_body_keeps_one_book_of_a_kind UNIQUE (body_id, kind, secret, name);

ALTER TABLE ONLY public.notices_usual
    ADD CONSTRAINT a_body_settles_one_channel_at_a_time UNIQUE (body_id, event, reason);

ALTER TABLE ONLY public.directory_successorlink
    ADD CONSTRAINT a_body_succeeds_another_once UNIQUE (body_id, successor_id);

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT a_book_has_one_series_on_a_day EXCLUDE USING gist (book_id WITH =, COALESCE(group_id, (0)::bigint) WITH =, daterange(opens_on, closes_on, '[)'::text) WITH &&);

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT a_cause_grants_once UNIQUE (holder, thing_kind, thing_id, cause, cause_id);

ALTER TABLE ONLY public.directory_identifier
    ADD CONSTRAINT a_code_means_one_body_on_a_day EXCLUDE USING gist (scheme WITH =, value WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.accounts_device
    ADD CONSTRAINT a_device_is_known_once UNIQUE (user_id, digest);

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT a_document_holds_a_file_once UNIQUE (document_id, blob_id);

ALTER TABLE ONLY public.registry_addressee
    ADD CONSTRAINT a_document_orders_its_addressees UNIQUE (entry_id, ordinal);

ALTER TABLE ONLY public.documents_attachment
    ADD CONSTRAINT a_document_orders_its_files UNIQUE (document_id, ordinal);

ALTER TABLE ONLY public.live_draft
    ADD CONSTRAINT a_form_has_one_draft UNIQUE (person_id, appointment_id, form);

ALTER TABLE ONLY public.registry_typegroup
    ADD CONSTRAINT a_group_of_types_has_a_name UNIQUE (book_id, name);

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT a_holder_has_one_notice_of_a_paper UNIQUE (holder_id, about_kind, about_id);

ALTER TABLE ONLY public.web_answer
    ADD CONSTRAINT a_key_has_one_answer UNIQUE (token, key);

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT a_number_is_used_once UNIQUE (series_id, number);

ALTER TABLE ONLY public.files_origin
    ADD CONSTRAINT a_page_has_one_origin UNIQUE (blob_id, number);

ALTER TABLE ONLY public.files_rendition
    ADD CONSTRAINT a_page_is_pictured_once UNIQUE (blob_id, kind, page);

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT a_page_is_read_once UNIQUE (blob_id, number);

ALTER TABLE ONLY public.files_uploadpart
    ADD CONSTRAINT a_part_of_an_upload_is_received_once UNIQUE (upload_id, "offset");

ALTER TABLE ONLY public.directory_appointment
    ADD CONSTRAINT a_person_holds_a_post_once_on_a_day EXCLUDE USING gist (person_id WITH =, post_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.desk_layout
    ADD CONSTRAINT a_person_keeps_one_layout_of_a_list UNIQUE (person_id, view);

ALTER TABLE ONLY public.desk_savedview
    ADD CONSTRAINT a_person_names_a_view_once UNIQUE (person_id, name);

ALTER TABLE ONLY public.notices_wish
    ADD CONSTRAINT a_person_wishes_one_thing_at_a_time UNIQUE (person_id, event, reason);

ALTER TABLE ONLY public.directory_poststate
    ADD CONSTRAINT a_post_is_one_thing_on_a_day EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.desk_runitem
    ADD CONSTRAINT a_run_has_a_paper_once UNIQUE (run_id, slip_id);

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT a_share_is_handed_on_once UNIQUE (entry_id, reference);

ALTER TABLE ONLY public.audit_checkpoint
    ADD CONSTRAINT a_size_is_signed_once UNIQUE (origin, size);

ALTER TABLE ONLY public.files_examination
    ADD CONSTRAINT a_stage_is_examined_once UNIQUE (blob_id, stage);

ALTER TABLE ONLY public.followup_escalation
    ADD CONSTRAINT a_step_is_climbed_once UNIQUE (wait_id, step);

ALTER TABLE ONLY public.handover_item
    ADD CONSTRAINT a_thing_is_handed_over_once UNIQUE (departure_id, kind, thing_id);

ALTER TABLE ONLY public.audit_tile
    ADD CONSTRAINT a_tile_is_laid_once UNIQUE (level, index);

ALTER TABLE ONLY public.audit_trace
    ADD CONSTRAINT a_trace_has_one_number PRIMARY KEY (id, at);

ALTER TABLE ONLY public.audit_leaf
    ADD CONSTRAINT a_trace_has_one_place UNIQUE (trace_id);

ALTER TABLE ONLY public.registry_groupedtype
    ADD CONSTRAINT a_type_is_in_one_group UNIQUE (book_id, type_id);

ALTER TABLE ONLY public.directory_unitstate
    ADD CONSTRAINT a_unit_is_one_thing_on_a_day EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);

ALTER TABLE ONLY public.desk_pin
    ADD CONSTRAINT a_view_is_pinned_once UNIQUE (person_id, saved_view_id);

ALTER TABLE ONLY public.live_presence
    ADD CONSTRAINT a_window_is_present_once UNIQUE (kind, number, appointment_id, "window");

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

ALTER TABLE ONLY public.arrivals_enclosure
    ADD CONSTRAINT an_arrival_holds_a_file_once UNIQUE (arrival_id, blob_id);

ALTER TABLE ONLY public.arrivals_arrival
    ADD CONSTRAINT arrivals_arrival_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.arrivals_enclosure
    ADD CONSTRAINT arrivals_enclosure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.arrivals_handling
    ADD CONSTRAINT arrivals_handling_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.arrivals_lesson
    ADD CONSTRAINT arrivals_lesson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.arrivals_sighting
    ADD CONSTRAINT arrivals_sighting_path_key UNIQUE (path);

ALTER TABLE ONLY public.arrivals_sighting
    ADD CONSTRAINT arrivals_sighting_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.desk_layout
    ADD CONSTRAINT desk_layout_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_pin
    ADD CONSTRAINT desk_pin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_run
    ADD CONSTRAINT desk_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_runitem
    ADD CONSTRAINT desk_runitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_savedview
    ADD CONSTRAINT desk_savedview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_absence
    ADD CONSTRAINT directory_absence_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.files_origin
    ADD CONSTRAINT files_origin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT files_page_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_recognition
    ADD CONSTRAINT files_recognition_blob_id_key UNIQUE (blob_id);

ALTER TABLE ONLY public.files_recognition
    ADD CONSTRAINT files_recognition_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.followup_escalation
    ADD CONSTRAINT followup_escalation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_ladder
    ADD CONSTRAINT followup_ladder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_prompt
    ADD CONSTRAINT followup_prompt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_reminder
    ADD CONSTRAINT followup_reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_reminderhabit
    ADD CONSTRAINT followup_reminderhabit_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.followup_reminderhabit
    ADD CONSTRAINT followup_reminderhabit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_turn
    ADD CONSTRAINT followup_turn_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_wait
    ADD CONSTRAINT followup_wait_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_watching
    ADD CONSTRAINT followup_watching_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.handover_departure
    ADD CONSTRAINT handover_departure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.handover_item
    ADD CONSTRAINT handover_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.live_change
    ADD CONSTRAINT live_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.live_draft
    ADD CONSTRAINT live_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.live_presence
    ADD CONSTRAINT live_presence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_digesthour
    ADD CONSTRAINT notices_digesthour_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.notices_digesthour
    ADD CONSTRAINT notices_digesthour_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_letter
    ADD CONSTRAINT notices_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_told
    ADD CONSTRAINT what_was_told_has_one_number PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_told_2026_11
    ADD CONSTRAINT notices_told_2026_11_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_told_2026_12
    ADD CONSTRAINT notices_told_2026_12_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_told_2027_01
    ADD CONSTRAINT notices_told_2027_01_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_told_2027_02
    ADD CONSTRAINT notices_told_2027_02_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_told_other
    ADD CONSTRAINT notices_told_other_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.notices_usual
    ADD CONSTRAINT notices_usual_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_wish
    ADD CONSTRAINT notices_wish_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followup_reminder
    ADD CONSTRAINT of_a_deadline_one_is_reminded_once UNIQUE (wait_id, "offset", due_at);

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

ALTER TABLE ONLY public.registry_addressee
    ADD CONSTRAINT registry_addressee_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT registry_book_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_customfield
    ADD CONSTRAINT registry_customfield_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_groupedtype
    ADD CONSTRAINT registry_groupedtype_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_joining
    ADD CONSTRAINT registry_joining_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_posting
    ADD CONSTRAINT registry_posting_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.registry_typegroup
    ADD CONSTRAINT registry_typegroup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_task_id_key UNIQUE (task_id);

ALTER TABLE ONLY public.routing_closing
    ADD CONSTRAINT routing_closing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_direction
    ADD CONSTRAINT routing_direction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_phrase
    ADD CONSTRAINT routing_phrase_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_precedent
    ADD CONSTRAINT routing_precedent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_precedent
    ADD CONSTRAINT routing_precedent_slip_id_key UNIQUE (slip_id);

ALTER TABLE ONLY public.routing_preparation
    ADD CONSTRAINT routing_preparation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_entry_id_key UNIQUE (entry_id);

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_slipreopening
    ADD CONSTRAINT routing_slipreopening_closing_id_key UNIQUE (closing_id);

ALTER TABLE ONLY public.routing_slipreopening
    ADD CONSTRAINT routing_slipreopening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.routing_unitcircle
    ADD CONSTRAINT routing_unitcircle_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.directory_absence
    ADD CONSTRAINT somebody_is_away_once_on_a_day EXCLUDE USING gist (appointment_id WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&) WHERE ((ended_at IS NULL));

ALTER TABLE ONLY public.support_problem
    ADD CONSTRAINT support_problem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.support_step
    ADD CONSTRAINT support_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_answer
    ADD CONSTRAINT tasks_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_answer
    ADD CONSTRAINT tasks_answer_question_id_key UNIQUE (question_id);

ALTER TABLE ONLY public.tasks_approval
    ADD CONSTRAINT tasks_approval_completion_id_key UNIQUE (completion_id);

ALTER TABLE ONLY public.tasks_approval
    ADD CONSTRAINT tasks_approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_extension
    ADD CONSTRAINT tasks_extension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_extensiondecision
    ADD CONSTRAINT tasks_extensiondecision_extension_id_key UNIQUE (extension_id);

ALTER TABLE ONLY public.tasks_extensiondecision
    ADD CONSTRAINT tasks_extensiondecision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_extensionrule
    ADD CONSTRAINT tasks_extensionrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_handover
    ADD CONSTRAINT tasks_handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_progress
    ADD CONSTRAINT tasks_progress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_question
    ADD CONSTRAINT tasks_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tasks_reopening
    ADD CONSTRAINT tasks_reopening_completion_id_key UNIQUE (completion_id);

ALTER TABLE ONLY public.tasks_reopening
    ADD CONSTRAINT tasks_reopening_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.workdays_dayofown
    ADD CONSTRAINT workdays_dayofown_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workdays_usualtime
    ADD CONSTRAINT workdays_usualtime_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.workdays_workingweek
    ADD CONSTRAINT workdays_workingweek_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX a_body_names_a_circle_of_units_once ON public.routing_unitcircle USING btree (body_id, name) WHERE (struck_at IS NULL);

CREATE UNIQUE INDEX a_body_names_a_circle_once ON public.directory_circle USING btree (owner_id, name) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX a_body_sets_a_day_once ON public.workdays_dayofown USING btree (body_id, day) WHERE (struck_at IS NULL);

CREATE UNIQUE INDEX a_channel_is_acknowledged_once ON public.registry_joining USING btree (entry_id, channel) WHERE first;

CREATE UNIQUE INDEX a_cue_teaches_one_thing ON public.arrivals_lesson USING btree (body_id, kind, cue) WHERE (forgotten_at IS NULL);

CREATE UNIQUE INDEX a_document_is_entered_once ON public.registry_entry USING btree (body_id, symbol_key, issuer_key, dated_in) NULLS NOT DISTINCT WHERE ((NOT ((symbol_key)::text = ''::text)) AND ((second_copy_reason)::text = ''::text) AND (NOT struck_out));

CREATE UNIQUE INDEX a_file_is_held_once_at_a_time ON public.documents_hold USING btree (blob_id, body_id) WHERE (settled_at IS NULL);

CREATE UNIQUE INDEX a_packet_comes_once ON public.arrivals_arrival USING btree (body_id, packet_id) WHERE ((NOT ((packet_id)::text = ''::text)) AND (NOT ((standing)::text = 'refused'::text)));

CREATE UNIQUE INDEX a_packet_is_entered_once ON public.registry_entry USING btree (body_id, packet) WHERE ((NOT ((packet)::text = ''::text)) AND (NOT struck_out));

CREATE UNIQUE INDEX a_packet_joins_once ON public.registry_joining USING btree (entry_id, packet) WHERE (NOT ((packet)::text = ''::text));

CREATE UNIQUE INDEX a_person_has_a_part_in_a_matter_once ON public.tasks_task USING btree (subject_kind, subject_id, appointment_id, part) WHERE ((appointment_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying, 'waiting'::character varying, 'reported'::character varying])::text[])));

CREATE UNIQUE INDEX a_person_watches_a_paper_once ON public.followup_watching USING btree (document_id, appointment_id) WHERE ((appointment_id IS NOT NULL) AND (ended_at IS NULL));

CREATE UNIQUE INDEX a_token_in_force_has_its_own_name ON public.accounts_token USING btree (user_id, name) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX a_unit_has_a_part_in_a_matter_once ON public.tasks_task USING btree (subject_kind, subject_id, unit_id, part) WHERE (((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying, 'waiting'::character varying, 'reported'::character varying])::text[])) AND (unit_id IS NOT NULL));

CREATE UNIQUE INDEX a_unit_watches_a_paper_once ON public.followup_watching USING btree (document_id, unit_id) WHERE ((ended_at IS NULL) AND (unit_id IS NOT NULL));

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

CREATE INDEX active_task_of_doer ON public.tasks_task USING btree (doer_id, due_at) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying])::text[]));

CREATE INDEX active_task_of_post ON public.tasks_task USING btree (appointment_id, due_at) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying])::text[]));

CREATE INDEX active_task_of_unit ON public.tasks_task USING btree (unit_id, due_at) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying])::text[]));

CREATE INDEX answers_by_age ON public.web_answer USING btree (at);

CREATE INDEX arrival_document ON public.arrivals_arrival USING btree (body_id, document_key) WHERE (NOT ((document_key)::text = ''::text));

CREATE INDEX arrival_last_sender ON public.arrivals_arrival USING btree (body_id, settled_by_id, settled_at DESC) WHERE ((standing)::text = 'registered'::text);

CREATE INDEX arrival_newest ON public.arrivals_arrival USING btree (body_id, standing, id DESC);

CREATE INDEX arrival_waiting ON public.arrivals_arrival USING btree (body_id, urgency DESC, order_at, id) WHERE ((standing)::text = 'waiting'::text);

CREATE INDEX arrivals_arrival_body_id_c1b3843f ON public.arrivals_arrival USING btree (body_id);

CREATE INDEX arrivals_arrival_entry_id_cd108a32 ON public.arrivals_arrival USING btree (entry_id);

CREATE INDEX arrivals_arrival_follows_id_1ae55f49 ON public.arrivals_arrival USING btree (follows_id);

CREATE INDEX arrivals_enclosure_arrival_id_61a8f6c5 ON public.arrivals_enclosure USING btree (arrival_id);

CREATE INDEX arrivals_enclosure_blob_id_136de487 ON public.arrivals_enclosure USING btree (blob_id);

CREATE INDEX arrivals_enclosure_out_of_id_6d39f705 ON public.arrivals_enclosure USING btree (out_of_id);

CREATE INDEX arrivals_handling_arrival_id_0492fe6b ON public.arrivals_handling USING btree (arrival_id);

CREATE INDEX arrivals_lesson_body_id_1ea3b7df ON public.arrivals_lesson USING btree (body_id);

CREATE INDEX arrivals_sighting_path_2883bb0d_like ON public.arrivals_sighting USING btree (path varchar_pattern_ops);

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

CREATE INDEX changes_by_age ON public.live_change USING btree (at);

CREATE INDEX changes_by_transaction ON public.live_change USING btree (xact);

CREATE INDEX custom_field_of_body ON public.registry_customfield USING btree (body_id, kind);

CREATE INDEX departure_of_body ON public.handover_departure USING btree (body_id, at DESC);

CREATE INDEX desk_layout_person_id_64d32afb ON public.desk_layout USING btree (person_id);

CREATE INDEX desk_pin_person_id_259d1998 ON public.desk_pin USING btree (person_id);

CREATE INDEX desk_pin_saved_view_id_7764a09c ON public.desk_pin USING btree (saved_view_id);

CREATE INDEX desk_run_body_id_a545824b ON public.desk_run USING btree (body_id);

CREATE INDEX desk_run_person_id_bc4e6721 ON public.desk_run USING btree (person_id);

CREATE INDEX desk_run_undoes_id_1bfa787c ON public.desk_run USING btree (undoes_id);

CREATE INDEX desk_runitem_run_id_2c9a20bc ON public.desk_runitem USING btree (run_id);

CREATE INDEX desk_runitem_slip_id_db1e2d2b ON public.desk_runitem USING btree (slip_id);

CREATE INDEX desk_savedview_body_id_45b66836 ON public.desk_savedview USING btree (body_id);

CREATE INDEX desk_savedview_person_id_7307e155 ON public.desk_savedview USING btree (person_id);

CREATE INDEX desk_savedview_unit_id_0d2e15f4 ON public.desk_savedview USING btree (unit_id);

CREATE INDEX direction_in_their_stead ON public.routing_direction USING btree (appointment_id, at DESC) WHERE (NOT ((by_for)::text = ''::text));

CREATE INDEX directory_absence_appointment_id_d386c1fb ON public.directory_absence USING btree (appointment_id);

CREATE INDEX directory_absence_delegation_id_47b05549 ON public.directory_absence USING btree (delegation_id);

CREATE INDEX directory_absence_deputy_id_1658cc83 ON public.directory_absence USING btree (deputy_id);

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

CREATE INDEX drafts_by_age ON public.live_draft USING btree (saved_at);

CREATE INDEX entry_day_of_book ON public.registry_entry USING btree (book_id, arrived_on);

CREATE INDEX entry_document ON public.registry_entry USING btree (document_id);

CREATE INDEX entry_document_code ON public.registry_entry USING btree (body_id, document_code) WHERE (NOT ((document_code)::text = ''::text));

CREATE INDEX entry_newest ON public.registry_entry USING btree (body_id, id DESC);

CREATE INDEX entry_newest_of_book ON public.registry_entry USING btree (book_id, id DESC);

CREATE INDEX entry_number_of_book ON public.registry_entry USING btree (book_id, number);

CREATE INDEX entry_words_of_book ON public.registry_entry USING gin (book_id, says public.gin_trgm_ops);

CREATE INDEX examinations_still_open ON public.files_examination USING btree (asked_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'failed'::character varying])::text[]));

CREATE INDEX extension_rule_of_body ON public.tasks_extensionrule USING btree (body_id, id DESC);

CREATE INDEX files_blob_digest_72bdf48c_like ON public.files_blob USING btree (digest varchar_pattern_ops);

CREATE INDEX files_blob_key_id_0e8dbe9f ON public.files_blob USING btree (key_id);

CREATE INDEX files_blob_place_fae69eae_like ON public.files_blob USING btree (place varchar_pattern_ops);

CREATE INDEX files_examination_blob_id_400d447e ON public.files_examination USING btree (blob_id);

CREATE INDEX files_fixitycheck_blob_id_fa232370 ON public.files_fixitycheck USING btree (blob_id);

CREATE INDEX files_masterkey_name_835f0df6_like ON public.files_masterkey USING btree (name varchar_pattern_ops);

CREATE INDEX files_origin_blob_id_82cfb93d ON public.files_origin USING btree (blob_id);

CREATE INDEX files_origin_source_id_9f6ef7f7 ON public.files_origin USING btree (source_id);

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

CREATE INDEX followup_escalation_wait_id_919e9bed ON public.followup_escalation USING btree (wait_id);

CREATE INDEX followup_ladder_body_id_9589bcb0 ON public.followup_ladder USING btree (body_id);

CREATE INDEX followup_prompt_wait_id_6eea6676 ON public.followup_prompt USING btree (wait_id);

CREATE INDEX followup_reminder_wait_id_a44af319 ON public.followup_reminder USING btree (wait_id);

CREATE INDEX followup_turn_appointment_id_1dfd7012 ON public.followup_turn USING btree (appointment_id);

CREATE INDEX followup_turn_body_id_752a11e4 ON public.followup_turn USING btree (body_id);

CREATE INDEX followup_turn_instead_of_id_b5ce9f5c ON public.followup_turn USING btree (instead_of_id);

CREATE INDEX followup_wait_body_id_46b12215 ON public.followup_wait USING btree (body_id);

CREATE INDEX followup_wait_document_id_a875d572 ON public.followup_wait USING btree (document_id);

CREATE INDEX followup_wait_holder_id_e8fd3043 ON public.followup_wait USING btree (holder_id);

CREATE INDEX followup_wait_unit_id_683df2c0 ON public.followup_wait USING btree (unit_id);

CREATE INDEX followup_watching_appointment_id_dfda8a6a ON public.followup_watching USING btree (appointment_id);

CREATE INDEX followup_watching_document_id_fd3e1b57 ON public.followup_watching USING btree (document_id);

CREATE INDEX followup_watching_unit_id_fa1dca03 ON public.followup_watching USING btree (unit_id);

CREATE INDEX grant_by_cause ON public.access_grant USING btree (cause, cause_id);

CREATE INDEX grant_by_holder ON public.access_grant USING btree (holder, thing_kind, thing_id DESC) INCLUDE (until);

CREATE INDEX grant_by_thing ON public.access_grant USING btree (thing_kind, thing_id) INCLUDE (holder, until);

CREATE INDEX handover_departure_body_id_da85aea2 ON public.handover_departure USING btree (body_id);

CREATE INDEX handover_departure_leaver_id_f3ef29e0 ON public.handover_departure USING btree (leaver_id);

CREATE INDEX handover_departure_successor_id_38ad5e83 ON public.handover_departure USING btree (successor_id);

CREATE INDEX handover_item_departure_id_d437201e ON public.handover_item USING btree (departure_id);

CREATE INDEX hold_newest ON public.documents_hold USING btree (body_id, id DESC);

CREATE INDEX identifier_value ON public.directory_identifier USING btree (value);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX late_line_of_book ON public.registry_entry USING btree (book_id, id DESC) WHERE (late_by > 0);

CREATE INDEX letters_by_age ON public.notices_letter USING btree (written_at);

CREATE INDEX letters_given_up ON public.notices_letter USING btree (written_at) WHERE ((state)::text = 'failed'::text);

CREATE INDEX letters_to_send ON public.notices_letter USING btree (next_try_at, id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'sending'::character varying])::text[]));

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE UNIQUE INDEX nobody_is_on_duty_twice_on_a_day ON public.followup_turn USING btree (body_id, "on", appointment_id) WHERE (ended_at IS NULL);

CREATE INDEX notices_by_age ON public.notices_notice USING btree (at);

CREATE INDEX notices_of_a_person ON public.notices_notice USING btree (person_id, at DESC, id DESC);

CREATE INDEX told_in_a_letter ON ONLY public.notices_told USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX notices_told_2026_11_letter_id_idx ON public.notices_told_2026_11 USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX told_but_not_mailed ON ONLY public.notices_told USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX notices_told_2026_11_mail_due_at_person_id_idx ON public.notices_told_2026_11 USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX told_of_a_notice ON ONLY public.notices_told USING btree (notice_id, at DESC);

CREATE INDEX notices_told_2026_11_notice_id_at_idx ON public.notices_told_2026_11 USING btree (notice_id, at DESC);

CREATE INDEX notices_told_2026_12_letter_id_idx ON public.notices_told_2026_12 USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX notices_told_2026_12_mail_due_at_person_id_idx ON public.notices_told_2026_12 USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX notices_told_2026_12_notice_id_at_idx ON public.notices_told_2026_12 USING btree (notice_id, at DESC);

CREATE INDEX notices_told_2027_01_letter_id_idx ON public.notices_told_2027_01 USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX notices_told_2027_01_mail_due_at_person_id_idx ON public.notices_told_2027_01 USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX notices_told_2027_01_notice_id_at_idx ON public.notices_told_2027_01 USING btree (notice_id, at DESC);

CREATE INDEX notices_told_2027_02_letter_id_idx ON public.notices_told_2027_02 USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX notices_told_2027_02_mail_due_at_person_id_idx ON public.notices_told_2027_02 USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX notices_told_2027_02_notice_id_at_idx ON public.notices_told_2027_02 USING btree (notice_id, at DESC);

CREATE INDEX notices_told_other_letter_id_idx ON public.notices_told_other USING btree (letter_id) WHERE (letter_id > 0);

CREATE INDEX notices_told_other_mail_due_at_person_id_idx ON public.notices_told_other USING btree (mail_due_at, person_id) WHERE ((letter_id IS NULL) AND (mail_due_at IS NOT NULL));

CREATE INDEX notices_told_other_notice_id_at_idx ON public.notices_told_other USING btree (notice_id, at DESC);

CREATE UNIQUE INDEX one_person_is_first_on_duty ON public.followup_turn USING btree (body_id, "on", ordinal) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_recovery_is_open_at_a_time ON public.accounts_recovery USING btree (user_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_thing_is_waited_for_once ON public.followup_wait USING btree (stage, subject_kind, subject_id) WHERE (answered_at IS NULL);

CREATE INDEX open_task_given ON public.tasks_task USING btree (giver_id) WHERE ((state)::text = ANY ((ARRAY['given'::character varying, 'doing'::character varying, 'waiting'::character varying, 'reported'::character varying])::text[]));

CREATE INDEX open_waits_of_a_paper ON public.followup_wait USING btree (document_id) WHERE (answered_at IS NULL);

CREATE INDEX part_of_task ON public.tasks_task USING btree (parent_id);

CREATE INDEX person_search ON public.directory_person USING gin (search_key public.gin_trgm_ops);

CREATE INDEX phrase_of_whom ON public.routing_phrase USING btree (body_id, person_id) WHERE (struck_at IS NULL);

CREATE INDEX post_order ON public.directory_post USING btree (body_id, ordinal);

CREATE INDEX precedent_by_issuer ON public.routing_precedent USING btree (body_id, issuer_key, id DESC);

CREATE INDEX precedent_by_type ON public.routing_precedent USING btree (body_id, type_code, id DESC);

CREATE INDEX precedent_by_words ON public.routing_precedent USING gin (words);

CREATE INDEX presence_by_end ON public.live_presence USING btree (until);

CREATE INDEX problem_of_body ON public.support_problem USING btree (body_id, id DESC);

CREATE INDEX problem_of_reporter ON public.support_problem USING btree (appointment_id, id DESC);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX recognitions_still_open ON public.files_recognition USING btree (asked_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'impossible'::character varying])::text[]));

CREATE INDEX registry_addressee_body_id_6ed6b7fd ON public.registry_addressee USING btree (body_id);

CREATE INDEX registry_addressee_entry_id_85985cae ON public.registry_addressee USING btree (entry_id);

CREATE INDEX registry_book_body_id_ba8fe532 ON public.registry_book USING btree (body_id);

CREATE INDEX registry_book_keeper_id_9e5deb82 ON public.registry_book USING btree (keeper_id);

CREATE INDEX registry_customfield_body_id_b0fc59f7 ON public.registry_customfield USING btree (body_id);

CREATE INDEX registry_entry_body_id_e731afbb ON public.registry_entry USING btree (body_id);

CREATE INDEX registry_entry_book_id_d69ff629 ON public.registry_entry USING btree (book_id);

CREATE INDEX registry_entry_document_id_ec1eae7d ON public.registry_entry USING btree (document_id);

CREATE INDEX registry_entry_laid_before_id_7794650a ON public.registry_entry USING btree (laid_before_id);

CREATE INDEX registry_entry_series_id_f7a8354a ON public.registry_entry USING btree (series_id);

CREATE INDEX registry_groupedtype_book_id_24223183 ON public.registry_groupedtype USING btree (book_id);

CREATE INDEX registry_groupedtype_group_id_cd77705e ON public.registry_groupedtype USING btree (group_id);

CREATE INDEX registry_groupedtype_type_id_d44855a6 ON public.registry_groupedtype USING btree (type_id);

CREATE INDEX registry_joining_entry_id_5547247f ON public.registry_joining USING btree (entry_id);

CREATE INDEX registry_posting_entry_id_885f8d8f ON public.registry_posting USING btree (entry_id);

CREATE INDEX registry_series_book_id_7df80750 ON public.registry_series USING btree (book_id);

CREATE INDEX registry_series_group_id_3c6cf9f8 ON public.registry_series USING btree (group_id);

CREATE INDEX registry_term_body_id_daf8c28e ON public.registry_term USING btree (body_id);

CREATE INDEX registry_transfer_entry_id_32d6d4a5 ON public.registry_transfer USING btree (entry_id);

CREATE INDEX registry_typegroup_book_id_057230e6 ON public.registry_typegroup USING btree (book_id);

CREATE INDEX reported_task_given ON public.tasks_task USING btree (giver_id) WHERE ((state)::text = 'reported'::text);

CREATE INDEX reported_task_of_unit ON public.tasks_task USING btree (unit_id) WHERE ((state)::text = 'reported'::text);

CREATE INDEX routing_assignment_direction_id_12f443b9 ON public.routing_assignment USING btree (direction_id);

CREATE INDEX routing_assignment_slip_id_85a6bb59 ON public.routing_assignment USING btree (slip_id);

CREATE INDEX routing_closing_slip_id_25b1bd15 ON public.routing_closing USING btree (slip_id);

CREATE INDEX routing_direction_preparation_id_945b9cc3 ON public.routing_direction USING btree (preparation_id);

CREATE INDEX routing_direction_slip_id_88733ea4 ON public.routing_direction USING btree (slip_id);

CREATE INDEX routing_phrase_body_id_bf650ace ON public.routing_phrase USING btree (body_id);

CREATE INDEX routing_phrase_person_id_409b70e5 ON public.routing_phrase USING btree (person_id);

CREATE INDEX routing_precedent_body_id_9af111ef ON public.routing_precedent USING btree (body_id);

CREATE INDEX routing_preparation_slip_id_69f1c283 ON public.routing_preparation USING btree (slip_id);

CREATE INDEX routing_slip_body_id_7faf9f67 ON public.routing_slip USING btree (body_id);

CREATE INDEX routing_slip_document_id_dca16973 ON public.routing_slip USING btree (document_id);

CREATE INDEX routing_slip_laid_before_id_2c1c82b0 ON public.routing_slip USING btree (laid_before_id);

CREATE INDEX routing_unitcircle_body_id_9b9c7dd7 ON public.routing_unitcircle USING btree (body_id);

CREATE INDEX run_item_by_state ON public.desk_runitem USING btree (run_id, state, id);

CREATE INDEX run_newest ON public.desk_run USING btree (person_id, id DESC);

CREATE INDEX saved_view_shared ON public.desk_savedview USING btree (body_id, audience);

CREATE INDEX session_by_user ON public.accounts_session USING btree (user_id, seen_at DESC);

CREATE INDEX sheets_of_a_body ON public.directory_sheet USING btree (body_id, handed_in_at DESC);

CREATE INDEX slip_document ON public.routing_slip USING btree (document_id);

CREATE INDEX slip_laid_before ON public.routing_slip USING btree (laid_before_id, id DESC) WHERE ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying])::text[]));

CREATE INDEX steps_to_climb ON public.followup_wait USING btree (next_step_at, id) WHERE (answered_at IS NULL);

CREATE INDEX struck_out_line ON public.registry_entry USING btree (series_id) WHERE struck_out;

CREATE INDEX support_problem_appointment_id_ed451358 ON public.support_problem USING btree (appointment_id);

CREATE INDEX support_problem_body_id_02be9c6c ON public.support_problem USING btree (body_id);

CREATE INDEX support_problem_joined_to_id_154759ac ON public.support_problem USING btree (joined_to_id);

CREATE INDEX support_problem_owner_id_670905d0 ON public.support_problem USING btree (owner_id);

CREATE INDEX support_step_other_id_d55521c8 ON public.support_step USING btree (other_id);

CREATE INDEX support_step_owner_id_d0e6ac77 ON public.support_step USING btree (owner_id);

CREATE INDEX support_step_problem_id_e1046357 ON public.support_step USING btree (problem_id);

CREATE INDEX task_subject ON public.tasks_task USING btree (subject_kind, subject_id);

CREATE INDEX tasks_completion_reporter_id_70dfb41e ON public.tasks_completion USING btree (reporter_id);

CREATE INDEX tasks_completion_task_id_9c4ed687 ON public.tasks_completion USING btree (task_id);

CREATE INDEX tasks_evidence_blob_id_07cb1291 ON public.tasks_evidence USING btree (blob_id);

CREATE INDEX tasks_evidence_completion_id_49b3a282 ON public.tasks_evidence USING btree (completion_id);

CREATE INDEX tasks_extension_asker_id_1b8b8689 ON public.tasks_extension USING btree (asker_id);

CREATE INDEX tasks_extension_task_id_15aac11c ON public.tasks_extension USING btree (task_id);

CREATE INDEX tasks_extensionrule_body_id_6023d42d ON public.tasks_extensionrule USING btree (body_id);

CREATE INDEX tasks_handover_person_id_2f3712c7 ON public.tasks_handover USING btree (person_id);

CREATE INDEX tasks_handover_task_id_f768ba59 ON public.tasks_handover USING btree (task_id);

CREATE INDEX tasks_progress_task_id_1684714a ON public.tasks_progress USING btree (task_id);

CREATE INDEX tasks_question_appointment_id_0c79fa57 ON public.tasks_question USING btree (appointment_id);

CREATE INDEX tasks_question_asker_id_ae07506d ON public.tasks_question USING btree (asker_id);

CREATE INDEX tasks_question_task_id_330e5d68 ON public.tasks_question USING btree (task_id);

CREATE INDEX tasks_question_unit_id_5ca5c3d5 ON public.tasks_question USING btree (unit_id);

CREATE INDEX tasks_task_appointment_id_52375ea9 ON public.tasks_task USING btree (appointment_id);

CREATE INDEX tasks_task_body_id_07e2400a ON public.tasks_task USING btree (body_id);

CREATE INDEX tasks_task_doer_id_208ba8f1 ON public.tasks_task USING btree (doer_id);

CREATE INDEX tasks_task_giver_id_ea665488 ON public.tasks_task USING btree (giver_id);

CREATE INDEX tasks_task_parent_id_ee6a2001 ON public.tasks_task USING btree (parent_id);

CREATE INDEX tasks_task_unit_id_80256504 ON public.tasks_task USING btree (unit_id);

CREATE INDEX throttle_since ON public.accounts_throttle USING btree (since);

CREATE INDEX unfinished_slip ON public.routing_slip USING btree (body_id, standing, id DESC) WHERE ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying, 'doing'::character varying, 'ready'::character varying])::text[]));

CREATE INDEX unfinished_slip_due ON public.routing_slip USING btree (body_id, due_at) WHERE ((due_at IS NOT NULL) AND ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying, 'doing'::character varying, 'ready'::character varying])::text[])));

CREATE INDEX unfinished_slip_newest ON public.routing_slip USING btree (body_id, id DESC) WHERE ((standing)::text = ANY ((ARRAY['directing'::character varying, 'again'::character varying, 'doing'::character varying, 'ready'::character varying])::text[]));

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX unit_order ON public.directory_unit USING btree (body_id, ordinal);

CREATE INDEX unseen_notices ON public.notices_notice USING btree (person_id, at DESC, id DESC) WHERE (unseen > 0);

CREATE INDEX uploads_of_a_person ON public.files_upload USING btree (person_id, begun_at DESC);

CREATE INDEX uploads_under_way ON public.files_upload USING btree (begun_at) WHERE ((finished_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX usual_time_of_body ON public.workdays_usualtime USING btree (body_id, type_code, id DESC);

CREATE INDEX waiting_problem_of_body ON public.support_problem USING btree (body_id, due_at) WHERE ((state)::text = ANY ((ARRAY['reported'::character varying, 'in_hand'::character varying])::text[]));

CREATE INDEX waits_answered ON public.followup_wait USING btree (answered_at) WHERE (NOT (answered_at IS NULL));

CREATE INDEX waits_of_a_body ON public.followup_wait USING btree (body_id, since DESC, id DESC);

CREATE INDEX waits_of_a_thing ON public.followup_wait USING btree (subject_kind, subject_id);

CREATE INDEX waits_to_remind_of ON public.followup_wait USING btree (remind_at, id) WHERE (answered_at IS NULL);

CREATE INDEX watched_by_a_person ON public.followup_watching USING btree (appointment_id) WHERE (ended_at IS NULL);

CREATE INDEX watched_by_a_unit ON public.followup_watching USING btree (unit_id) WHERE (ended_at IS NULL);

CREATE INDEX week_of_body ON public.workdays_workingweek USING btree (body_id, valid_from DESC, id DESC);

CREATE INDEX workdays_dayofown_body_id_ba333dbf ON public.workdays_dayofown USING btree (body_id);

CREATE INDEX workdays_usualtime_body_id_648e30ff ON public.workdays_usualtime USING btree (body_id);

CREATE INDEX workdays_workingweek_body_id_4fba7543 ON public.workdays_workingweek USING btree (body_id);

ALTER INDEX public.traces_of_a_body ATTACH PARTITION public.audit_trace_other_body_id_at_id_idx;

ALTER INDEX public.traces_of_a_person ATTACH PARTITION public.audit_trace_other_expr_at_id_idx;

ALTER INDEX public.a_trace_has_one_number ATTACH PARTITION public.audit_trace_other_pkey;

ALTER INDEX public.traces_of_a_subject ATTACH PARTITION public.audit_trace_other_subject_id_idx;

ALTER INDEX public.traces_of_a_transaction ATTACH PARTITION public.audit_trace_other_transaction_id_idx;

ALTER INDEX public.told_in_a_letter ATTACH PARTITION public.notices_told_2026_11_letter_id_idx;

ALTER INDEX public.told_but_not_mailed ATTACH PARTITION public.notices_told_2026_11_mail_due_at_person_id_idx;

ALTER INDEX public.told_of_a_notice ATTACH PARTITION public.notices_told_2026_11_notice_id_at_idx;

ALTER INDEX public.what_was_told_has_one_number ATTACH PARTITION public.notices_told_2026_11_pkey;

ALTER INDEX public.told_in_a_letter ATTACH PARTITION public.notices_told_2026_12_letter_id_idx;

ALTER INDEX public.told_but_not_mailed ATTACH PARTITION public.notices_told_2026_12_mail_due_at_person_id_idx;

ALTER INDEX public.told_of_a_notice ATTACH PARTITION public.notices_told_2026_12_notice_id_at_idx;

ALTER INDEX public.what_was_told_has_one_number ATTACH PARTITION public.notices_told_2026_12_pkey;

ALTER INDEX public.told_in_a_letter ATTACH PARTITION public.notices_told_2027_01_letter_id_idx;

ALTER INDEX public.told_but_not_mailed ATTACH PARTITION public.notices_told_2027_01_mail_due_at_person_id_idx;

ALTER INDEX public.told_of_a_notice ATTACH PARTITION public.notices_told_2027_01_notice_id_at_idx;

ALTER INDEX public.what_was_told_has_one_number ATTACH PARTITION public.notices_told_2027_01_pkey;

ALTER INDEX public.told_in_a_letter ATTACH PARTITION public.notices_told_2027_02_letter_id_idx;

ALTER INDEX public.told_but_not_mailed ATTACH PARTITION public.notices_told_2027_02_mail_due_at_person_id_idx;

ALTER INDEX public.told_of_a_notice ATTACH PARTITION public.notices_told_2027_02_notice_id_at_idx;

ALTER INDEX public.what_was_told_has_one_number ATTACH PARTITION public.notices_told_2027_02_pkey;

ALTER INDEX public.told_in_a_letter ATTACH PARTITION public.notices_told_other_letter_id_idx;

ALTER INDEX public.told_but_not_mailed ATTACH PARTITION public.notices_told_other_mail_due_at_person_id_idx;

ALTER INDEX public.told_of_a_notice ATTACH PARTITION public.notices_told_other_notice_id_at_idx;

ALTER INDEX public.what_was_told_has_one_number ATTACH PARTITION public.notices_told_other_pkey;

CREATE TRIGGER a_counter_moves_forward BEFORE UPDATE ON public.registry_series FOR EACH ROW EXECUTE FUNCTION public.registry_counter_moves_forward();

CREATE TRIGGER a_joining_stays BEFORE DELETE OR UPDATE ON public.registry_joining FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_line_is_not_edited BEFORE UPDATE ON public.registry_entry FOR EACH ROW WHEN ((((((((((((((old.series_id IS DISTINCT FROM new.series_id) OR (old.number IS DISTINCT FROM new.number)) OR (old.body_id IS DISTINCT FROM new.body_id)) OR (old.book_id IS DISTINCT FROM new.book_id)) OR (old.document_id IS DISTINCT FROM new.document_id)) OR (old.arrived_on IS DISTINCT FROM new.arrived_on)) OR (old.registered_at IS DISTINCT FROM new.registered_at)) OR ((old.registrar)::text IS DISTINCT FROM (new.registrar)::text)) OR ((old.registrar_post)::text IS DISTINCT FROM (new.registrar_post)::text)) OR ((old.packet)::text IS DISTINCT FROM (new.packet)::text)) OR ((old.document_code)::text IS DISTINCT FROM (new.document_code)::text)) OR (old.late_by IS DISTINCT FROM new.late_by)) OR (old.struck_out AND (NOT new.struck_out)))) EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_line_is_not_removed BEFORE DELETE ON public.registry_entry FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_line_takes_the_next_number BEFORE INSERT ON public.registry_entry FOR EACH ROW EXECUTE FUNCTION public.registry_line_takes_the_next_number();

CREATE CONSTRAINT TRIGGER a_number_has_its_line AFTER INSERT OR UPDATE OF last ON public.registry_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.registry_number_has_its_line();

CREATE TRIGGER a_posting_stays BEFORE DELETE OR UPDATE ON public.registry_posting FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER a_striking_stays BEFORE DELETE OR UPDATE ON public.registry_striking FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

CREATE TRIGGER an_addressee_stays BEFORE DELETE OR UPDATE ON public.registry_addressee FOR EACH ROW EXECUTE FUNCTION public.registry_line_stays();

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

ALTER TABLE ONLY public.arrivals_arrival
    ADD CONSTRAINT arrivals_arrival_body_id_c1b3843f_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_arrival
    ADD CONSTRAINT arrivals_arrival_entry_id_cd108a32_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_arrival
    ADD CONSTRAINT arrivals_arrival_follows_id_1ae55f49_fk_arrivals_arrival_id FOREIGN KEY (follows_id) REFERENCES public.arrivals_arrival(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_enclosure
    ADD CONSTRAINT arrivals_enclosure_arrival_id_61a8f6c5_fk_arrivals_arrival_id FOREIGN KEY (arrival_id) REFERENCES public.arrivals_arrival(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_enclosure
    ADD CONSTRAINT arrivals_enclosure_blob_id_136de487_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_enclosure
    ADD CONSTRAINT arrivals_enclosure_out_of_id_6d39f705_fk_arrivals_enclosure_id FOREIGN KEY (out_of_id) REFERENCES public.arrivals_enclosure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_handling
    ADD CONSTRAINT arrivals_handling_arrival_id_0492fe6b_fk_arrivals_arrival_id FOREIGN KEY (arrival_id) REFERENCES public.arrivals_arrival(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrivals_lesson
    ADD CONSTRAINT arrivals_lesson_body_id_1ea3b7df_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_layout
    ADD CONSTRAINT desk_layout_person_id_64d32afb_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_pin
    ADD CONSTRAINT desk_pin_person_id_259d1998_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_pin
    ADD CONSTRAINT desk_pin_saved_view_id_7764a09c_fk_desk_savedview_id FOREIGN KEY (saved_view_id) REFERENCES public.desk_savedview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_run
    ADD CONSTRAINT desk_run_body_id_a545824b_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_run
    ADD CONSTRAINT desk_run_person_id_bc4e6721_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_run
    ADD CONSTRAINT desk_run_undoes_id_1bfa787c_fk_desk_run_id FOREIGN KEY (undoes_id) REFERENCES public.desk_run(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_runitem
    ADD CONSTRAINT desk_runitem_run_id_2c9a20bc_fk_desk_run_id FOREIGN KEY (run_id) REFERENCES public.desk_run(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_runitem
    ADD CONSTRAINT desk_runitem_slip_id_db1e2d2b_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_savedview
    ADD CONSTRAINT desk_savedview_body_id_45b66836_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_savedview
    ADD CONSTRAINT desk_savedview_person_id_7307e155_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.desk_savedview
    ADD CONSTRAINT desk_savedview_unit_id_0d2e15f4_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_absence
    ADD CONSTRAINT directory_absence_appointment_id_d386c1fb_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_absence
    ADD CONSTRAINT directory_absence_delegation_id_47b05549_fk_directory FOREIGN KEY (delegation_id) REFERENCES public.directory_delegation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.directory_absence
    ADD CONSTRAINT directory_absence_deputy_id_1658cc83_fk_directory FOREIGN KEY (deputy_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.files_origin
    ADD CONSTRAINT files_origin_blob_id_82cfb93d_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_origin
    ADD CONSTRAINT files_origin_source_id_9f6ef7f7_fk_files_blob_id FOREIGN KEY (source_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_page
    ADD CONSTRAINT files_page_blob_id_24b4601a_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_recognition
    ADD CONSTRAINT files_recognition_blob_id_42e54f4d_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.followup_escalation
    ADD CONSTRAINT followup_escalation_wait_id_919e9bed_fk_followup_wait_id FOREIGN KEY (wait_id) REFERENCES public.followup_wait(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_ladder
    ADD CONSTRAINT followup_ladder_body_id_9589bcb0_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_prompt
    ADD CONSTRAINT followup_prompt_wait_id_6eea6676_fk_followup_wait_id FOREIGN KEY (wait_id) REFERENCES public.followup_wait(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_reminder
    ADD CONSTRAINT followup_reminder_wait_id_a44af319_fk_followup_wait_id FOREIGN KEY (wait_id) REFERENCES public.followup_wait(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_reminderhabit
    ADD CONSTRAINT followup_reminderhab_person_id_90b76da7_fk_directory FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_turn
    ADD CONSTRAINT followup_turn_appointment_id_1dfd7012_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_turn
    ADD CONSTRAINT followup_turn_body_id_752a11e4_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_turn
    ADD CONSTRAINT followup_turn_instead_of_id_b5ce9f5c_fk_followup_turn_id FOREIGN KEY (instead_of_id) REFERENCES public.followup_turn(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_wait
    ADD CONSTRAINT followup_wait_body_id_46b12215_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_wait
    ADD CONSTRAINT followup_wait_document_id_a875d572_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_wait
    ADD CONSTRAINT followup_wait_holder_id_e8fd3043_fk_directory_appointment_id FOREIGN KEY (holder_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_wait
    ADD CONSTRAINT followup_wait_unit_id_683df2c0_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_watching
    ADD CONSTRAINT followup_watching_appointment_id_dfda8a6a_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_watching
    ADD CONSTRAINT followup_watching_document_id_fd3e1b57_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.followup_watching
    ADD CONSTRAINT followup_watching_unit_id_fa1dca03_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.handover_departure
    ADD CONSTRAINT handover_departure_body_id_da85aea2_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.handover_departure
    ADD CONSTRAINT handover_departure_leaver_id_f3ef29e0_fk_directory FOREIGN KEY (leaver_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.handover_departure
    ADD CONSTRAINT handover_departure_successor_id_38ad5e83_fk_directory FOREIGN KEY (successor_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.handover_item
    ADD CONSTRAINT handover_item_departure_id_d437201e_fk_handover_departure_id FOREIGN KEY (departure_id) REFERENCES public.handover_departure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.registry_addressee
    ADD CONSTRAINT registry_addressee_body_id_6ed6b7fd_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_addressee
    ADD CONSTRAINT registry_addressee_entry_id_85985cae_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT registry_book_body_id_ba8fe532_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_book
    ADD CONSTRAINT registry_book_keeper_id_9e5deb82_fk_directory_post_id FOREIGN KEY (keeper_id) REFERENCES public.directory_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_customfield
    ADD CONSTRAINT registry_customfield_body_id_b0fc59f7_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_body_id_e731afbb_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_book_id_d69ff629_fk_registry_book_id FOREIGN KEY (book_id) REFERENCES public.registry_book(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_document_id_ec1eae7d_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_laid_before_id_7794650a_fk_directory FOREIGN KEY (laid_before_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_entry
    ADD CONSTRAINT registry_entry_series_id_f7a8354a_fk_registry_series_id FOREIGN KEY (series_id) REFERENCES public.registry_series(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_groupedtype
    ADD CONSTRAINT registry_groupedtype_book_id_24223183_fk_registry_book_id FOREIGN KEY (book_id) REFERENCES public.registry_book(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_groupedtype
    ADD CONSTRAINT registry_groupedtype_group_id_cd77705e_fk_registry_typegroup_id FOREIGN KEY (group_id) REFERENCES public.registry_typegroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_groupedtype
    ADD CONSTRAINT registry_groupedtype_type_id_d44855a6_fk_documents FOREIGN KEY (type_id) REFERENCES public.documents_documenttype(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_joining
    ADD CONSTRAINT registry_joining_entry_id_5547247f_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_posting
    ADD CONSTRAINT registry_posting_entry_id_885f8d8f_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT registry_series_book_id_7df80750_fk_registry_book_id FOREIGN KEY (book_id) REFERENCES public.registry_book(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_series
    ADD CONSTRAINT registry_series_group_id_3c6cf9f8_fk_registry_typegroup_id FOREIGN KEY (group_id) REFERENCES public.registry_typegroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_striking
    ADD CONSTRAINT registry_striking_entry_id_a7ea3dba_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT registry_term_body_id_daf8c28e_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_entry_id_32d6d4a5_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_typegroup
    ADD CONSTRAINT registry_typegroup_book_id_057230e6_fk_registry_book_id FOREIGN KEY (book_id) REFERENCES public.registry_book(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_direction_id_12f443b9_fk_routing_d FOREIGN KEY (direction_id) REFERENCES public.routing_direction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_slip_id_85a6bb59_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_assignment
    ADD CONSTRAINT routing_assignment_task_id_4f62efb6_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_closing
    ADD CONSTRAINT routing_closing_slip_id_25b1bd15_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_direction
    ADD CONSTRAINT routing_direction_preparation_id_945b9cc3_fk_routing_p FOREIGN KEY (preparation_id) REFERENCES public.routing_preparation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_direction
    ADD CONSTRAINT routing_direction_slip_id_88733ea4_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_phrase
    ADD CONSTRAINT routing_phrase_body_id_bf650ace_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_phrase
    ADD CONSTRAINT routing_phrase_person_id_409b70e5_fk_directory_person_id FOREIGN KEY (person_id) REFERENCES public.directory_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_precedent
    ADD CONSTRAINT routing_precedent_body_id_9af111ef_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_precedent
    ADD CONSTRAINT routing_precedent_slip_id_829a8cf5_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_preparation
    ADD CONSTRAINT routing_preparation_slip_id_69f1c283_fk_routing_slip_id FOREIGN KEY (slip_id) REFERENCES public.routing_slip(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_body_id_7faf9f67_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_document_id_dca16973_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_entry_id_53af2683_fk_registry_entry_id FOREIGN KEY (entry_id) REFERENCES public.registry_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slip
    ADD CONSTRAINT routing_slip_laid_before_id_2c1c82b0_fk_directory FOREIGN KEY (laid_before_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_slipreopening
    ADD CONSTRAINT routing_slipreopening_closing_id_9b924165_fk_routing_closing_id FOREIGN KEY (closing_id) REFERENCES public.routing_closing(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.routing_unitcircle
    ADD CONSTRAINT routing_unitcircle_body_id_9b9c7dd7_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_problem
    ADD CONSTRAINT support_problem_appointment_id_ed451358_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_problem
    ADD CONSTRAINT support_problem_body_id_02be9c6c_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_problem
    ADD CONSTRAINT support_problem_joined_to_id_154759ac_fk_support_problem_id FOREIGN KEY (joined_to_id) REFERENCES public.support_problem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_problem
    ADD CONSTRAINT support_problem_owner_id_670905d0_fk_directory_appointment_id FOREIGN KEY (owner_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_step
    ADD CONSTRAINT support_step_other_id_d55521c8_fk_support_problem_id FOREIGN KEY (other_id) REFERENCES public.support_problem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_step
    ADD CONSTRAINT support_step_owner_id_d0e6ac77_fk_directory_appointment_id FOREIGN KEY (owner_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.support_step
    ADD CONSTRAINT support_step_problem_id_e1046357_fk_support_problem_id FOREIGN KEY (problem_id) REFERENCES public.support_problem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_answer
    ADD CONSTRAINT tasks_answer_question_id_a5feb266_fk_tasks_question_id FOREIGN KEY (question_id) REFERENCES public.tasks_question(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_approval
    ADD CONSTRAINT tasks_approval_completion_id_8b66705f_fk_tasks_completion_id FOREIGN KEY (completion_id) REFERENCES public.tasks_completion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_reporter_id_70dfb41e_fk_directory FOREIGN KEY (reporter_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_completion
    ADD CONSTRAINT tasks_completion_task_id_9c4ed687_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_blob_id_07cb1291_fk_files_blob_id FOREIGN KEY (blob_id) REFERENCES public.files_blob(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_evidence
    ADD CONSTRAINT tasks_evidence_completion_id_49b3a282_fk_tasks_completion_id FOREIGN KEY (completion_id) REFERENCES public.tasks_completion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_extension
    ADD CONSTRAINT tasks_extension_asker_id_1b8b8689_fk_directory_appointment_id FOREIGN KEY (asker_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_extension
    ADD CONSTRAINT tasks_extension_task_id_15aac11c_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_extensiondecision
    ADD CONSTRAINT tasks_extensiondecis_extension_id_aae00897_fk_tasks_ext FOREIGN KEY (extension_id) REFERENCES public.tasks_extension(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_extensionrule
    ADD CONSTRAINT tasks_extensionrule_body_id_6023d42d_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_handover
    ADD CONSTRAINT tasks_handover_person_id_2f3712c7_fk_directory_appointment_id FOREIGN KEY (person_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_handover
    ADD CONSTRAINT tasks_handover_task_id_f768ba59_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_progress
    ADD CONSTRAINT tasks_progress_task_id_1684714a_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_question
    ADD CONSTRAINT tasks_question_appointment_id_0c79fa57_fk_directory FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_question
    ADD CONSTRAINT tasks_question_asker_id_ae07506d_fk_directory_appointment_id FOREIGN KEY (asker_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_question
    ADD CONSTRAINT tasks_question_task_id_330e5d68_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_question
    ADD CONSTRAINT tasks_question_unit_id_5ca5c3d5_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_reopening
    ADD CONSTRAINT tasks_reopening_completion_id_d55932ab_fk_tasks_completion_id FOREIGN KEY (completion_id) REFERENCES public.tasks_completion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_return
    ADD CONSTRAINT tasks_return_task_id_7b598971_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_takingin
    ADD CONSTRAINT tasks_takingin_task_id_38d23aa5_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_appointment_id_52375ea9_fk_directory_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_body_id_07e2400a_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_doer_id_208ba8f1_fk_directory_appointment_id FOREIGN KEY (doer_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_giver_id_ea665488_fk_directory_appointment_id FOREIGN KEY (giver_id) REFERENCES public.directory_appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_parent_id_ee6a2001_fk_tasks_task_id FOREIGN KEY (parent_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_unit_id_80256504_fk_directory_unit_id FOREIGN KEY (unit_id) REFERENCES public.directory_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tasks_withdrawal
    ADD CONSTRAINT tasks_withdrawal_task_id_5b89ba15_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.workdays_dayofown
    ADD CONSTRAINT workdays_dayofown_body_id_ba333dbf_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.workdays_usualtime
    ADD CONSTRAINT workdays_usualtime_body_id_648e30ff_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.workdays_workingweek
    ADD CONSTRAINT workdays_workingweek_body_id_4fba7543_fk_directory_body_id FOREIGN KEY (body_id) REFERENCES public.directory_body(id) DEFERRABLE INITIALLY DEFERRED;

GRANT SELECT ON TABLE public.audit_checkpoint TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_horizon TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_leaf TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_tile TO vermilion_auditor;

GRANT SELECT ON TABLE public.audit_trace TO vermilion_auditor;
