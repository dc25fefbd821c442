CREATE TABLE account (
  id integer CONSTRAINT id_by_hand NOT NULL PRIMARY KEY,
  email text CONSTRAINT email_is_given NOT NULL,
  name text,
  phone text,
  born date CONSTRAINT born_given NOT NULL,
  note text NOT NULL,
  joined date CONSTRAINT joined_given NOT NULL NO INHERIT,
  seen date,
  left_on date CONSTRAINT left_given NOT NULL
);
ALTER TABLE account ADD CONSTRAINT seen_given NOT NULL seen NOT VALID;
CREATE TABLE archived (
  id integer PRIMARY KEY,
  email text CONSTRAINT email_given NOT NULL,
  name text CONSTRAINT name_given NOT NULL,
  phone text,
  born date CONSTRAINT born_given NOT NULL NO INHERIT,
  note text CONSTRAINT note_given NOT NULL,
  joined date,
  seen date CONSTRAINT seen_given NOT NULL,
  left_on date CONSTRAINT left_given NOT NULL
);
