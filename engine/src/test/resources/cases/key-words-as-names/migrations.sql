-- Names that are key words of column definitions.
CREATE SCHEMA storage;
CREATE SCHEMA generated;
CREATE TYPE storage.kind AS ENUM ('plain', 'odd');
CREATE FUNCTION generated.code() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE storage.boxes (
  type storage.kind DEFAULT 'plain'::storage.kind NOT NULL,
  code integer DEFAULT -generated.code() CHECK (code <> 0)
);
ALTER TABLE storage.boxes ADD COLUMN other storage.kind DEFAULT 'odd'::storage.kind NOT NULL;
