CREATE TABLE item (
  id bigint PRIMARY KEY, name text DEFAULT 'none', amount numeric(10,2) DEFAULT 0, day date, flag boolean DEFAULT false,
  doubled bigint GENERATED ALWAYS AS (id * 2) STORED, CHECK (length(name) > 1), CONSTRAINT item_amount_check CHECK (amount >= 0)
);
CREATE INDEX item_amount ON item (amount DESC);
CREATE VIEW amounts AS SELECT id, amount FROM item;
CREATE VIEW big_amounts AS SELECT id FROM amounts WHERE amount <> 1;
CREATE MATERIALIZED VIEW stored_amounts AS SELECT amount FROM amounts;
CREATE UNIQUE INDEX stored_amounts_key ON stored_amounts (amount);
COMMENT ON VIEW amounts IS 'kept';
CREATE FUNCTION noticed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER noticed AFTER UPDATE OF amount ON item FOR EACH ROW WHEN (old.amount IS DISTINCT FROM new.amount) EXECUTE FUNCTION noticed();
CREATE POLICY visible ON item USING (amount <> 5);

CREATE TYPE mark AS ENUM ('light', 'heavy');
CREATE TABLE weighed (tag text);
