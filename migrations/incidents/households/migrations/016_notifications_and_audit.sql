CREATE TABLE IF NOT EXISTS notifications (
    id BIGSERIAL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    household_id BIGINT REFERENCES households(id) ON DELETE CASCADE,
    kind VARCHAR(40) NOT NULL,
    payload JSONB NOT NULL DEFAULT '{}',
    read_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX IF NOT EXISTS idx_notifications_unread ON notifications(user_id, created_at DESC) WHERE read_at IS NULL;

CREATE TABLE IF NOT EXISTS audit_log (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    household_id BIGINT,
    actor_id BIGINT,
    action TEXT NOT NULL,
    detail JSONB,
    happened_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
) PARTITION BY RANGE (happened_at);

CREATE TABLE IF NOT EXISTS audit_log_2026 PARTITION OF audit_log
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE TABLE IF NOT EXISTS audit_log_later PARTITION OF audit_log DEFAULT;

CREATE INDEX IF NOT EXISTS idx_audit_log_household ON audit_log(household_id, happened_at);

CREATE OR REPLACE FUNCTION log_membership() RETURNS TRIGGER AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO audit_log (household_id, actor_id, action) VALUES (OLD.household_id, OLD.user_id, 'left');
        RETURN OLD;
    END IF;
    INSERT INTO audit_log (household_id, actor_id, action) VALUES (NEW.household_id, NEW.user_id, 'joined');
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

DROP TRIGGER IF EXISTS household_members_audit ON household_members;
CREATE TRIGGER household_members_audit AFTER INSERT OR DELETE ON household_members
    FOR EACH ROW EXECUTE PROCEDURE log_membership();
