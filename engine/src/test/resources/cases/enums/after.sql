CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy');
CREATE TYPE colour AS ENUM ('blue', 'green', 'red');
CREATE TABLE person (id integer PRIMARY KEY, m mood DEFAULT 'ok', c colour DEFAULT 'green' CHECK (c <> 'blue'), list colour[]);
CREATE INDEX reds ON person (id) WHERE c = 'red';
CREATE VIEW coloured AS SELECT id, c FROM person WHERE c = 'green';
CREATE FUNCTION paint(x colour) RETURNS colour LANGUAGE sql AS 'SELECT x';
