-- Checks and indexes keep the meaning that they had with the old type.
CREATE TABLE e1 (s varchar(10) DEFAULT 'a' CHECK (s IN ('a','b')), n int, CONSTRAINT nn CHECK (n BETWEEN 1 AND 5));
CREATE TYPE es AS ENUM ('a','b');
CREATE INDEX e1s ON e1 (lower(s)) WHERE s <> 'b';
CREATE INDEX e1n ON e1 ((n + 1)) WHERE n IN (1,2);
ALTER TABLE e1 ALTER s DROP DEFAULT, ALTER n TYPE numeric(10,2);
ALTER TABLE e1 ALTER s TYPE text;
CREATE TABLE e2 (s varchar(10) CHECK (s IN ('a','b')), ts timestamp CHECK (ts > '2020-01-01'), j json);
CREATE INDEX e2j ON e2 ((j->>'a'));
ALTER TABLE e2 ALTER s TYPE es USING s::es, ALTER ts TYPE timestamptz, ALTER j TYPE jsonb;
CREATE TABLE c1 (a float check (a > 10.2), b float CONSTRAINT bb CHECK (b > 1), i int check (i < 10), t text check (t <> 'x'));
ALTER TABLE c1 ALTER a TYPE numeric, ALTER b TYPE numeric, ALTER i TYPE bigint, ALTER t TYPE varchar(10);
CREATE TABLE c2 (a int check (a > 1), d date default '2020-01-01' check (d > '2020-01-01'), v varchar(10) check (v = 'a'));
ALTER TABLE c2 ALTER a TYPE numeric, ALTER d TYPE timestamptz, ALTER v TYPE text;
CREATE INDEX ON c2 (a) WHERE a > 3;
ALTER TABLE c2 ALTER a TYPE float;
CREATE TABLE c3 (a float check (a > 10.2), b float);
CREATE TABLE c3c () INHERITS (c3);
ALTER TABLE c3 ALTER a TYPE numeric;
