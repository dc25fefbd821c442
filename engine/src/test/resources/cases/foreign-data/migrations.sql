CREATE FOREIGN DATA WRAPPER files;
CREATE FOREIGN DATA WRAPPER servers VALIDATOR postgresql_fdw_validator;
ALTER FOREIGN DATA WRAPPER files OPTIONS (debug 'on', trace 'off');
ALTER FOREIGN DATA WRAPPER files OPTIONS (SET trace 'on', DROP debug, ADD depth '3');
COMMENT ON FOREIGN DATA WRAPPER files IS 'rows of files';
CREATE SERVER disk TYPE 'ssd' VERSION '1' FOREIGN DATA WRAPPER files OPTIONS (root '/srv', mode 'ro');
CREATE SERVER IF NOT EXISTS disk FOREIGN DATA WRAPPER files;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER servers OPTIONS (host 'db', dbname 'shop');
ALTER SERVER disk VERSION '2' OPTIONS (SET root '/data', DROP mode);
ALTER SERVER elsewhere RENAME TO other_shop;
COMMENT ON SERVER other_shop IS 'the other shop';
CREATE USER MAPPING FOR PUBLIC SERVER other_shop OPTIONS (user 'reader', password 'none');
CREATE USER MAPPING FOR postgres SERVER other_shop;
ALTER USER MAPPING FOR postgres SERVER other_shop OPTIONS (ADD user 'admin');
CREATE TABLE base (id integer NOT NULL, note text);
CREATE FOREIGN TABLE orders (
  id integer OPTIONS (column_name 'nr') NOT NULL,
  total numeric(10,2) DEFAULT 0,
  label text COLLATE "C",
  CONSTRAINT positive CHECK (total >= 0)
) SERVER disk OPTIONS (schema_name 'public', table_name 'orders');
CREATE FOREIGN TABLE notes () INHERITS (base) SERVER disk;
CREATE TABLE event (id integer, at date) PARTITION BY RANGE (at);
CREATE FOREIGN TABLE event_old PARTITION OF event FOR VALUES FROM ('2000-01-01') TO ('2020-01-01') SERVER disk OPTIONS (file 'old.csv');
ALTER FOREIGN TABLE orders ADD COLUMN at timestamptz, ALTER COLUMN label OPTIONS (ADD trim 'true'), OPTIONS (SET table_name 'all_orders');
ALTER FOREIGN TABLE orders RENAME COLUMN label TO title;
ALTER FOREIGN TABLE orders ALTER COLUMN at SET NOT NULL;
ALTER FOREIGN TABLE notes RENAME TO remarks;
COMMENT ON FOREIGN TABLE remarks IS 'remarks on disk';
COMMENT ON COLUMN orders.total IS 'in euros';
CREATE VIEW dear AS SELECT id, total FROM orders WHERE total > 100;
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noting BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION noted();
CREATE FOREIGN TABLE scratch (id integer) SERVER disk;
DROP FOREIGN TABLE scratch;
CREATE SERVER going FOREIGN DATA WRAPPER files;
CREATE USER MAPPING FOR PUBLIC SERVER going;
CREATE FOREIGN TABLE gone (id integer) SERVER going;
DROP SERVER going CASCADE;
