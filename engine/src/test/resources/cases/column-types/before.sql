CREATE TABLE item (
  id integer PRIMARY KEY, name varchar(20) DEFAULT 'none', amount text DEFAULT '0', day timestamp, flag integer DEFAULT 0,
  doubled integer GENERATED ALWAYS AS (id * 2) STORED, CHECK (length(name) > 1), CHECK (amount <> '')
);
INSERT INTO item VALUES (1, 'one', '12', '2020-01-01', 1);
CREATE INDEX item_amount ON item (lower(amount));
CREATE VIEW amounts AS SELECT id, amount FROM item;
CREATE VIEW big_amounts AS SELECT id FROM amounts WHERE amount <> '1';
CREATE MATERIALIZED VIEW stored_amounts AS SELECT amount FROM amounts;
CREATE UNIQUE INDEX stored_amounts_key ON stored_amounts (amount);
COMMENT ON VIEW amounts IS 'kept';
CREATE FUNCTION noticed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER noticed AFTER UPDATE OF amount ON item FOR EACH ROW WHEN (old.amount IS DISTINCT FROM new.amount) EXECUTE FUNCTION noticed();
CREATE POLICY visible ON item USING (amount <> '5');

-- A column goes with its type, and the one that is worked out from it stays.
CREATE DOMAIN mark AS text CHECK (value <> '');
CREATE TABLE weighed (gross mark, tag text GENERATED ALWAYS AS (md5(gross::text)) STORED);
