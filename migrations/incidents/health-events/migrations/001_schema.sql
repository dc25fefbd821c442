-- The health record as a log of events. Run once on a new database:
--   psql -f 001_schema.sql

CREATE EXTENSION IF NOT EXISTS pgcrypto;

CREATE TYPE insight_severity AS ENUM ('info', 'notice', 'warning', 'urgent');

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email varchar(255) NOT NULL UNIQUE,
    password_hash text NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_profiles (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    display_name varchar(80) NOT NULL,
    date_of_birth date,
    height_cm numeric(5,1) CHECK (height_cm BETWEEN 30 AND 280),
    timezone text NOT NULL DEFAULT 'UTC',
    preferences jsonb NOT NULL DEFAULT '{}'::jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE devices (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    vendor text NOT NULL,
    model text,
    serial_number text,
    last_seen_at timestamptz,
    CONSTRAINT devices_vendor_serial_unique UNIQUE (vendor, serial_number)
);

-- Append-only: an event is recorded once and never edited.
CREATE TABLE health_events (
    id bigserial PRIMARY KEY,
    event_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device_id uuid REFERENCES devices (id) ON DELETE SET NULL,
    event_type varchar(50) NOT NULL,
    payload jsonb NOT NULL,
    source text NOT NULL DEFAULT 'manual',
    schema_version smallint NOT NULL DEFAULT 1,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT health_events_type_check
        CHECK (event_type IN ('heart_rate', 'steps', 'sleep', 'weight', 'glucose', 'mood', 'symptom')),
    CONSTRAINT health_events_payload_object CHECK (jsonb_typeof(payload) = 'object')
);

CREATE TABLE insights (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    severity insight_severity NOT NULL DEFAULT 'info',
    title varchar(200) NOT NULL,
    body text,
    evidence bigint[] NOT NULL DEFAULT '{}',
    confidence numeric(4,3) CHECK (confidence >= 0 AND confidence <= 1),
    dismissed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE assessment_definitions (
    id serial PRIMARY KEY,
    code varchar(40) NOT NULL,
    version integer NOT NULL DEFAULT 1,
    title text NOT NULL,
    questions jsonb NOT NULL DEFAULT '[]'::jsonb,
    scoring jsonb,
    UNIQUE (code, version)
);

CREATE TABLE assessment_responses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    definition_id integer NOT NULL REFERENCES assessment_definitions (id),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    answers jsonb NOT NULL,
    score numeric(6,2),
    completed_at timestamptz
);

CREATE TABLE user_medications (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name text NOT NULL,
    dose_mg numeric(8,3) NOT NULL CHECK (dose_mg > 0),
    times_per_day smallint NOT NULL DEFAULT 1,
    started_on date NOT NULL,
    ended_on date,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_medications_period CHECK (ended_on IS NULL OR ended_on >= started_on)
);

CREATE TABLE medication_adherence (
    id bigserial PRIMARY KEY,
    medication_id uuid NOT NULL REFERENCES user_medications (id) ON DELETE CASCADE,
    due_at timestamptz NOT NULL,
    taken_at timestamptz,
    skipped boolean NOT NULL DEFAULT false,
    note text,
    UNIQUE (medication_id, due_at),
    CHECK (NOT (skipped AND taken_at IS NOT NULL))
);

-- One row a user and day. What the dashboard reads.
CREATE MATERIALIZED VIEW user_daily_metrics AS
SELECT he.user_id,
       he.occurred_at::date AS day,
       count(*) AS events,
       avg((he.payload ->> 'value')::numeric) FILTER (WHERE he.event_type = 'heart_rate') AS avg_heart_rate,
       sum((he.payload ->> 'value')::numeric) FILTER (WHERE he.event_type = 'steps') AS steps,
       max(he.updated_at) AS last_change
FROM health_events he
GROUP BY he.user_id, he.occurred_at::date;

CREATE MATERIALIZED VIEW user_weekly_metrics AS
SELECT user_id,
       date_trunc('week', occurred_at) AS week,
       event_type,
       count(*) AS events,
       max(recorded_at) AS last_recorded_at
FROM health_events
GROUP BY user_id, date_trunc('week', occurred_at), event_type;

CREATE UNIQUE INDEX user_weekly_metrics_key ON user_weekly_metrics (user_id, week, event_type);

CREATE VIEW current_medications AS
SELECT m.id, m.user_id, p.display_name, m.name, m.dose_mg, m.times_per_day
FROM user_medications m
JOIN user_profiles p ON p.user_id = m.user_id
WHERE m.ended_on IS NULL OR m.ended_on >= CURRENT_DATE;

CREATE INDEX health_events_user_time_idx ON health_events (user_id, occurred_at DESC);
CREATE INDEX health_events_type_idx ON health_events (event_type);
CREATE INDEX health_events_payload_idx ON health_events USING gin (payload jsonb_path_ops);
CREATE INDEX health_events_recorded_brin ON health_events USING brin (recorded_at);
CREATE INDEX insights_open_idx ON insights (user_id, severity) WHERE dismissed_at IS NULL;
CREATE INDEX assessment_responses_user_idx ON assessment_responses (user_id, completed_at);
CREATE INDEX user_medications_name_idx ON user_medications (lower(name));
CREATE INDEX medication_adherence_open_idx ON medication_adherence (due_at)
    WHERE taken_at IS NULL AND NOT skipped;

CREATE FUNCTION update_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;

CREATE FUNCTION forbid_event_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'health_events is append-only';
END;
$$;

CREATE TRIGGER users_updated_at BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION update_updated_at();
CREATE TRIGGER user_profiles_updated_at BEFORE UPDATE ON user_profiles
    FOR EACH ROW EXECUTE FUNCTION update_updated_at();
CREATE TRIGGER insights_updated_at BEFORE UPDATE ON insights
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION update_updated_at();
CREATE TRIGGER user_medications_updated_at BEFORE UPDATE ON user_medications
    FOR EACH ROW EXECUTE FUNCTION update_updated_at();
CREATE TRIGGER health_events_append_only BEFORE UPDATE ON health_events
    FOR EACH ROW EXECUTE FUNCTION forbid_event_change();

COMMENT ON TABLE health_events IS 'Append-only log; recorded_at is when we learned of it, occurred_at when it happened.';
COMMENT ON COLUMN health_events.payload IS 'Shape depends on event_type and schema_version.';
