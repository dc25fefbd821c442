CREATE FOREIGN DATA WRAPPER files OPTIONS (trace 'off', extra 'x');
CREATE FOREIGN DATA WRAPPER servers;
CREATE SERVER disk TYPE 'hdd' VERSION '1' FOREIGN DATA WRAPPER files OPTIONS (root '/srv', mode 'ro');
CREATE SERVER other_shop FOREIGN DATA WRAPPER servers OPTIONS (host 'db', dbname 'store', port '5433');
CREATE USER MAPPING FOR postgres SERVER other_shop OPTIONS (user 'root', password 'x');
CREATE TABLE base (id integer NOT NULL, note text);
CREATE FOREIGN TABLE orders (
  id integer,
  total numeric(10,2) DEFAULT 1,
  title varchar OPTIONS (trim 'false', pad 'true') COLLATE "C",
  CONSTRAINT positive CHECK (total > 0)
) SERVER disk OPTIONS (schema_name 'public', fetch_size '10');
CREATE FOREIGN TABLE remarks () INHERITS (base) SERVER disk;
CREATE TABLE event (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE event_old PARTITION OF event FOR VALUES FROM ('2000-01-01') TO ('2020-01-01');
CREATE FOREIGN TABLE extra (id integer) SERVER disk;
CREATE VIEW dear AS SELECT id, total FROM orders WHERE total > 100;
