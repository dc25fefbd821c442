-- The database as it was found: 001_schema.sql, statement by statement, up to the view that could
-- not be made. 002_retry.sql stopped at its first statement and left nothing behind.

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

-- What people had entered in the meantime.
INSERT INTO users (id, email, password_hash) VALUES
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'ines@example.org', '$2b$12$aaaaaaaaaaaaaaaaaaaaaa'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', 'tomas@example.org', '$2b$12$bbbbbbbbbbbbbbbbbbbbbb'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0003', 'wen@example.org', '$2b$12$cccccccccccccccccccccc');

INSERT INTO user_profiles (user_id, display_name, date_of_birth, height_cm, timezone) VALUES
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'Ines', '1988-04-02', 168.5, 'Europe/Lisbon'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', 'Tomás', '1975-11-30', 181.0, 'Europe/Prague');

INSERT INTO devices (id, user_id, vendor, model, serial_number) VALUES
    ('c2f5b7de-6a65-4f0e-8c55-2d9b31aa0001', '7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'Pulsera', 'P2', 'P2-00417');

INSERT INTO health_events (user_id, device_id, event_type, payload, source, occurred_at) VALUES
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'c2f5b7de-6a65-4f0e-8c55-2d9b31aa0001', 'heart_rate', '{"value": 62, "unit": "bpm"}', 'device', '2026-03-02 07:10:00+00'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'c2f5b7de-6a65-4f0e-8c55-2d9b31aa0001', 'heart_rate', '{"value": 71, "unit": "bpm"}', 'device', '2026-03-02 18:40:00+00'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', NULL, 'steps', '{"value": 8412}', 'manual', '2026-03-02 21:00:00+00'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', NULL, 'mood', '{"label": "tired"}', 'manual', '2026-03-03 06:55:00+00'),
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', NULL, 'weight', '{"value": 82.4, "unit": "kg"}', 'manual', '2026-03-03 07:00:00+00');

INSERT INTO insights (user_id, severity, title, evidence, confidence) VALUES
    ('7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0001', 'notice', 'Resting heart rate is falling', '{1,2}', 0.812);

INSERT INTO assessment_definitions (code, title, questions) VALUES
    ('sleep-quality', 'How did you sleep?', '[{"id": "q1", "scale": 5}]');

INSERT INTO assessment_responses (definition_id, user_id, answers, score, completed_at) VALUES
    (1, '7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', '{"q1": 2}', 2.00, '2026-03-03 07:05:00+00');

INSERT INTO user_medications (id, user_id, name, dose_mg, times_per_day, started_on) VALUES
    ('e94d10cf-3f0b-4b8a-b1a7-5c0c0fd10001', '7d1c4a52-0d0e-4c1e-9a43-1f0f6a1c0002', 'Metformin', 500, 2, '2026-01-15');

INSERT INTO medication_adherence (medication_id, due_at, taken_at) VALUES
    ('e94d10cf-3f0b-4b8a-b1a7-5c0c0fd10001', '2026-03-03 07:00:00+00', '2026-03-03 07:12:00+00'),
    ('e94d10cf-3f0b-4b8a-b1a7-5c0c0fd10001', '2026-03-03 19:00:00+00', NULL);
