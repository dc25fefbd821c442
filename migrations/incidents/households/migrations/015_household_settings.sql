ALTER TABLE households
    ADD COLUMN IF NOT EXISTS currency CHAR(3) NOT NULL DEFAULT 'EUR',
    ADD COLUMN IF NOT EXISTS timezone TEXT NOT NULL DEFAULT 'Europe/Berlin',
    ADD COLUMN IF NOT EXISTS settings JSONB NOT NULL DEFAULT '{}';

ALTER TABLE households DROP CONSTRAINT IF EXISTS households_currency_check;
ALTER TABLE households ADD CONSTRAINT households_currency_check CHECK (currency ~ '^[A-Z]{3}$');

-- Addresses longer than 120 characters do exist.
ALTER TABLE users ALTER COLUMN email TYPE VARCHAR(255);
CREATE UNIQUE INDEX IF NOT EXISTS idx_users_email ON users(lower(email));

-- Children and guests are members too.
ALTER TABLE household_members DROP CONSTRAINT IF EXISTS household_members_role_check;
ALTER TABLE household_members ADD CONSTRAINT household_members_role_check
    CHECK (role IN ('owner', 'adult', 'member', 'child', 'guest'));
ALTER TABLE household_members ADD COLUMN IF NOT EXISTS nickname VARCHAR(50);
ALTER TABLE household_members ALTER COLUMN role SET DEFAULT 'adult';

COMMENT ON COLUMN households.settings IS 'What the household has switched on; keys are listed in the handbook.';
