CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE person (id bigint PRIMARY KEY, name varchar(20), mood mood);
CREATE TABLE call (person bigint REFERENCES person, at timestamptz);
CREATE VIEW sad AS SELECT name, id FROM person WHERE mood = 'sad';
CREATE FUNCTION sad_count() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT count(*) FROM sad;
END;
CREATE FUNCTION name_of(who integer) RETURNS text LANGUAGE sql BEGIN ATOMIC
  SELECT name FROM person WHERE id = who;
END;
CREATE FUNCTION greeting(wanted integer) RETURNS text LANGUAGE sql
  RETURN 'Good day ' || name_of(wanted);
CREATE PROCEDURE cheer(who integer) LANGUAGE sql BEGIN ATOMIC
  UPDATE person SET mood = 'ok' WHERE id = who;
  INSERT INTO call VALUES (who, now());
  SELECT greeting(who);
END;
CREATE TABLE greeted (id integer, how text DEFAULT greeting(1));
CREATE FUNCTION plain(n integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT n + 1; END;
CREATE FUNCTION last_call(who bigint) RETURNS timestamptz LANGUAGE sql BEGIN ATOMIC
  SELECT max(at) FROM call WHERE person = who;
END;
CREATE FUNCTION put(which integer, called text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name) VALUES (which, called) ON CONFLICT (id) DO UPDATE SET name = excluded.name;
END;
CREATE TABLE new_list (id integer CONSTRAINT list_key PRIMARY KEY, remark text);
CREATE VIEW new_notes AS SELECT remark FROM new_list;
CREATE FUNCTION notes() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(remark) FROM new_notes; END;
