CREATE DOMAIN short AS varchar(5) CHECK (VALUE <> 'no');
CREATE DOMAIN changed AS integer;
CREATE TYPE pair AS (a integer);
CREATE TYPE gone AS (a integer);
CREATE TABLE t (s short, c changed);
INSERT INTO t VALUES ('yes', 1);
