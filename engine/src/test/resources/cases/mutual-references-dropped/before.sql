CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
CREATE FUNCTION label(x a) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT x.id::text';
CREATE VIEW labels AS SELECT label(a) FROM a;
