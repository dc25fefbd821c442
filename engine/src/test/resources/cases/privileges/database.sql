DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_reader') THEN CREATE ROLE drift_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift "writer"') THEN CREATE ROLE "drift ""writer"""; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_owner') THEN CREATE ROLE drift_owner; END IF;
END $$;

CREATE TABLE notes (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, title text, contents text);
CREATE VIEW titles AS SELECT id, title FROM notes;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE DOMAIN code AS text;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n + n';
CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA app;
CREATE TABLE things (id int, price numeric);
CREATE TABLE gone (id int);
CREATE SEQUENCE later;
CREATE TABLE app.later (id int);
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
GRANT DELETE ON notes TO drift_reader WITH GRANT OPTION;
SET ROLE drift_reader;
GRANT DELETE ON notes TO drift_owner;
RESET ROLE;
GRANT UPDATE (title) ON notes TO PUBLIC;
GRANT INSERT ON gone TO PUBLIC;
