CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('open', 'paid');
CREATE DOMAIN shop.price AS numeric(10,2) CHECK (VALUE >= 0);
CREATE TYPE shop.size AS (width integer, height integer);
CREATE SEQUENCE shop.numbers START 100;
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TABLE shop.customer (id bigserial PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE shop.orders (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES shop.customer,
  state shop.state NOT NULL DEFAULT 'open',
  total shop.price CHECK (total < 1000000)
);
CREATE INDEX orders_state ON shop.orders (state) WHERE state <> 'paid';
CREATE VIEW shop.open_orders AS SELECT id, total FROM shop.orders WHERE state = 'open';
CREATE MATERIALIZED VIEW shop.totals AS SELECT customer_id, sum(total) AS total FROM shop.orders GROUP BY customer_id;
CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON shop.orders USING (customer_id = 1);
COMMENT ON TABLE shop.orders IS 'what was ordered';
