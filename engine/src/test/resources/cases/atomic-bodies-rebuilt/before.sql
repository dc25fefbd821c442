CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE person (id integer PRIMARY KEY, name text, mood mood, spare integer);
CREATE VIEW sad AS SELECT id, name FROM person WHERE mood = 'sad';
CREATE FUNCTION sad_count() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT count(*) FROM sad;
END;
CREATE FUNCTION name_of(wanted integer) RETURNS text LANGUAGE sql BEGIN ATOMIC
  SELECT name FROM person WHERE id = wanted;
END;
CREATE FUNCTION greeting(wanted integer) RETURNS text LANGUAGE sql
  RETURN 'Hello ' || name_of(wanted);
CREATE FUNCTION spared() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT sum(spare) FROM person;
END;
CREATE PROCEDURE cheer(who integer) LANGUAGE sql BEGIN ATOMIC
  UPDATE person SET mood = 'ok' WHERE id = who;
  SELECT greeting(who);
END;
CREATE TABLE greeted (id integer, how text DEFAULT greeting(1));
CREATE FUNCTION plain(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
CREATE FUNCTION old_person() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM greeted; END;
CREATE FUNCTION put(which integer, called text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name) VALUES (which, called) ON CONFLICT (id) DO UPDATE SET name = excluded.name;
END;
CREATE TABLE old_list (id integer CONSTRAINT list_key PRIMARY KEY, note text);
CREATE VIEW old_notes AS SELECT note FROM old_list;
CREATE FUNCTION notes() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(note) FROM old_notes; END;
