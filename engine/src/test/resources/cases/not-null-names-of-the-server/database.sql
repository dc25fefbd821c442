CREATE TABLE persons (id integer PRIMARY KEY, called text NOT NULL, born date CONSTRAINT persons_born_not_null7 NOT NULL);
CREATE SEQUENCE people_id_seq AS integer OWNED BY persons.id;
ALTER TABLE persons ALTER COLUMN id SET DEFAULT nextval('people_id_seq');
ALTER INDEX persons_pkey RENAME TO people_pkey;
CREATE TABLE a_b (c integer CONSTRAINT from_before_not_null NOT NULL);
CREATE TABLE a (b_c integer NOT NULL);
CREATE TABLE checked (v integer, CONSTRAINT checked_v_not_null CHECK (v IS NOT NULL));
CREATE TABLE typed (v bigint CONSTRAINT kept NOT NULL, w text NOT NULL);
CREATE TABLE waiting (v integer CONSTRAINT waits_not_null NOT NULL);
