CREATE TABLE users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  score integer DEFAULT 2 NOT NULL,
  code text,
  born date,
  made timestamptz NOT NULL DEFAULT now(),
  shout text GENERATED ALWAYS AS (upper(name)) STORED,
  serial_number bigserial
);
ALTER TABLE users ALTER COLUMN code SET STATISTICS 200, ALTER COLUMN code SET STORAGE external;
