CREATE TABLE account (
  id integer PRIMARY KEY,
  email text CONSTRAINT email_given NOT NULL,
  name text CONSTRAINT name_given NOT NULL,
  phone text CONSTRAINT phone_given NOT NULL,
  born date,
  note text NOT NULL,
  CONSTRAINT born_given NOT NULL born
);
ALTER TABLE account ADD COLUMN joined date CONSTRAINT joined_given NOT NULL, ADD COLUMN seen date, ADD COLUMN left_on date;
ALTER TABLE account ADD CONSTRAINT seen_given NOT NULL seen NOT VALID;
ALTER TABLE account ADD CONSTRAINT left_given NOT NULL left_on NOT VALID;
ALTER TABLE account VALIDATE CONSTRAINT seen_given;
ALTER TABLE account RENAME CONSTRAINT account_note_not_null TO note_given;
ALTER TABLE account DROP CONSTRAINT phone_given;
ALTER TABLE account ALTER CONSTRAINT born_given NO INHERIT;
CREATE TABLE archived (LIKE account INCLUDING ALL);
ALTER TABLE archived DROP CONSTRAINT joined_given;
