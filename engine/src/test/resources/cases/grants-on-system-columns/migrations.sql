-- Every table and materialized view has columns that it does not name, and they can be granted.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_reader') THEN CREATE ROLE drift_reader; END IF;
END $$;

CREATE TABLE notes (id int, title text);
CREATE TABLE taken (id int);
CREATE MATERIALIZED VIEW titles AS SELECT title FROM notes;
GRANT SELECT (ctid, title), SELECT (tableoid) ON notes TO drift_reader;
GRANT SELECT (xmin) ON titles TO PUBLIC;
-- what is taken from the table is taken from them, too
GRANT SELECT (ctid) ON taken TO drift_reader;
REVOKE SELECT ON taken FROM drift_reader;
ALTER TABLE notes RENAME TO pages;
