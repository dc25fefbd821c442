CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE person (id integer PRIMARY KEY, m mood DEFAULT 'ok', c colour DEFAULT 'red' CHECK (c <> 'blue'), list colour[]);
INSERT INTO person VALUES (1, 'sad', 'red', '{red,blue}');
CREATE INDEX reds ON person (id) WHERE c = 'red';
CREATE VIEW coloured AS SELECT id, c FROM person WHERE c = 'green';
CREATE FUNCTION paint(x colour) RETURNS colour LANGUAGE sql AS 'SELECT x';
