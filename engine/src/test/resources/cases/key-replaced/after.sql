CREATE TABLE a (id integer NOT NULL UNIQUE, other integer NOT NULL, CONSTRAINT a_pk PRIMARY KEY (other, id));
CREATE TABLE b (id integer PRIMARY KEY, a_id integer CONSTRAINT b_a REFERENCES a (id));
