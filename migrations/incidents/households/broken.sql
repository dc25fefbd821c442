-- The database as it was found: 000 and 001 have run, 011 to 016 have not.

CREATE TABLE IF NOT EXISTS schema_migrations (
    version VARCHAR(10) PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    applied_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE OR REPLACE FUNCTION touch_updated_at() RETURNS TRIGGER AS $$
BEGIN
    NEW.updated_at = CURRENT_TIMESTAMP;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TABLE IF NOT EXISTS users (
    id BIGSERIAL PRIMARY KEY,
    email VARCHAR(120) NOT NULL,
    full_name VARCHAR(120) NOT NULL,
    password_hash TEXT NOT NULL,
    locale CHAR(5) NOT NULL DEFAULT 'en_GB',
    last_login_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE IF NOT EXISTS households (
    id BIGSERIAL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    created_by BIGINT REFERENCES users(id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE IF NOT EXISTS household_members (
    household_id BIGINT NOT NULL REFERENCES households(id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    role VARCHAR(20) NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'member')),
    joined_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (household_id, user_id)
);

CREATE INDEX IF NOT EXISTS idx_household_members_user ON household_members(user_id);

DROP TRIGGER IF EXISTS users_touch ON users;
CREATE TRIGGER users_touch BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE PROCEDURE touch_updated_at();

DROP TRIGGER IF EXISTS households_touch ON households;
CREATE TRIGGER households_touch BEFORE UPDATE ON households
    FOR EACH ROW EXECUTE PROCEDURE touch_updated_at();

INSERT INTO schema_migrations (version, name, applied_at) VALUES
    ('000', '000_schema_migrations.sql', '2026-09-14 06:02:11.402817+00'),
    ('001', '001_initial_schema.sql', '2026-09-14 06:02:11.518204+00');

-- Two households moved in before anybody noticed.
INSERT INTO users (email, full_name, password_hash, locale) VALUES
    ('marta@example.org', 'Marta Oliveira', '$argon2id$v=19$m=65536,t=3,p=4$bWFydGE$1', 'pt_PT'),
    ('jonas@example.org', 'Jonas Brandt', '$argon2id$v=19$m=65536,t=3,p=4$am9uYXM$2', 'de_DE'),
    ('Ada@Example.org', 'Ada Nwosu', '$argon2id$v=19$m=65536,t=3,p=4$YWRh$3', 'en_GB');

INSERT INTO households (name, created_by) VALUES
    ('Rua das Flores 12', 1),
    ('The top flat', 3);

INSERT INTO household_members (household_id, user_id, role) VALUES
    (1, 1, 'owner'),
    (1, 2, 'member'),
    (2, 3, 'owner');
