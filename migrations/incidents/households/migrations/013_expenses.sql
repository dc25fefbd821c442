CREATE TABLE IF NOT EXISTS expenses (
    id BIGSERIAL PRIMARY KEY,
    household_id BIGINT NOT NULL REFERENCES households(id) ON DELETE CASCADE,
    paid_by BIGINT NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
    description TEXT NOT NULL,
    amount NUMERIC(12, 2) NOT NULL CHECK (amount > 0),
    spent_on DATE NOT NULL DEFAULT CURRENT_DATE,
    receipt JSONB,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE IF NOT EXISTS expense_shares (
    expense_id BIGINT NOT NULL REFERENCES expenses(id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
    share NUMERIC(12, 2) NOT NULL CHECK (share >= 0),
    settled NUMERIC(12, 2) NOT NULL DEFAULT 0,
    outstanding NUMERIC(12, 2) GENERATED ALWAYS AS (share - settled) STORED,
    PRIMARY KEY (expense_id, user_id),
    CONSTRAINT expense_shares_not_overpaid CHECK (settled <= share)
);

CREATE INDEX IF NOT EXISTS idx_expenses_household ON expenses(household_id, spent_on DESC);
CREATE INDEX IF NOT EXISTS idx_expense_shares_user ON expense_shares(user_id) INCLUDE (share, settled);

CREATE OR REPLACE VIEW household_balances AS
SELECT e.household_id, s.user_id, SUM(s.outstanding) AS owes
FROM expenses e
JOIN expense_shares s ON s.expense_id = e.id
WHERE s.user_id <> e.paid_by
GROUP BY e.household_id, s.user_id;
