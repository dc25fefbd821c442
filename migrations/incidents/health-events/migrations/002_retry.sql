-- Second attempt: 001 stopped at user_daily_metrics, because health_events has no updated_at.
-- The tables it needs once more, the view with recorded_at in its place, and how it is refreshed.

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email varchar(255) NOT NULL UNIQUE,
    password_hash text NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS health_events (
    id bigserial PRIMARY KEY,
    event_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    event_type varchar(50) NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE MATERIALIZED VIEW user_daily_metrics AS
SELECT he.user_id,
       he.occurred_at::date AS day,
       count(*) AS events,
       avg((he.payload ->> 'value')::numeric) FILTER (WHERE he.event_type = 'heart_rate') AS avg_heart_rate,
       sum((he.payload ->> 'value')::numeric) FILTER (WHERE he.event_type = 'steps') AS steps,
       max(he.recorded_at) AS last_change
FROM health_events he
GROUP BY he.user_id, he.occurred_at::date;

CREATE UNIQUE INDEX user_daily_metrics_key ON user_daily_metrics (user_id, day);

CREATE OR REPLACE FUNCTION refresh_user_metrics() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY user_daily_metrics;
    REFRESH MATERIALIZED VIEW CONCURRENTLY user_weekly_metrics;
END;
$$;

COMMENT ON FUNCTION refresh_user_metrics() IS 'Called by the scheduler every ten minutes.';
