package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL refuses about tables, indexes and sequences, in its own words. */
class RejectionTest {
  private static final String BEFORE =
      """
      CREATE TYPE mood AS ENUM ('glad');
      CREATE SEQUENCE numbers;
      CREATE TABLE users (id integer PRIMARY KEY, email text CHECK (email <> ''), n integer DEFAULT nextval('numbers'), m mood);
      CREATE TABLE posts (id integer GENERATED ALWAYS AS IDENTITY, author integer REFERENCES users);
      CREATE VIEW emails AS SELECT email FROM users;
      CREATE TABLE twice (id integer, x integer, CONSTRAINT twice_with UNIQUE (id) INCLUDE (x), CONSTRAINT twice_bare UNIQUE (id), y integer UNIQUE DEFERRABLE); CREATE TABLE once (id integer REFERENCES twice (id)); CREATE TABLE slots (word text, EXCLUDE USING btree ((word || 'x') WITH =)); CREATE TABLE parts (n integer) PARTITION BY RANGE (n);
      CREATE TABLE part_1 PARTITION OF parts DEFAULT; CREATE TABLE heirs () INHERITS (users); CREATE TYPE span AS RANGE (subtype = integer); CREATE FOREIGN DATA WRAPPER fdw; CREATE SERVER remote FOREIGN DATA WRAPPER fdw OPTIONS (host 'a');
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE TABLE users (id integer) | relation "users" already exists
          CREATE TABLE mood (id integer) | type "mood" already exists
          CREATE TABLE t (a integer, a text) | column "a" specified more than once
          CREATE TABLE t AS SELECT 1 AS a, 2 AS a | column "a" specified more than once
          CREATE TABLE t (b, a) AS SELECT 1 AS a | too many column names were specified
          SELECT u.id, v.id INTO t FROM users u, users v | column "id" specified more than once
          CREATE TABLE t (a integer PRIMARY KEY, b integer PRIMARY KEY) | multiple primary keys for table "t" are not allowed
          CREATE TABLE t (a integer REFERENCES nowhere) | relation "nowhere" does not exist
          CREATE TABLE t (a text REFERENCES users (email)) | there is no unique constraint matching given keys for referenced table "users"
          CREATE TABLE t (a integer REFERENCES twice (y)) | cannot use a deferrable unique constraint for referenced table "twice"
          CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES twice (id)) | number of referencing and referenced columns for foreign key disagree
          CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES twice (id, id)) | foreign key referenced-columns list must not contain duplicates
          ALTER TABLE twice DROP CONSTRAINT twice_with | cannot drop constraint twice_with on table twice because other objects depend on it
          CREATE TABLE t (a integer, UNIQUE (b)) | column "b" named in key does not exist
          CREATE TABLE elsewhere.t (a integer) | schema "elsewhere" does not exist
          CREATE TABLE t () INHERITS (posts, posts) | relation "posts" would be inherited from more than once
          CREATE INDEX i ON users (nothing) | column "nothing" does not exist
          CREATE INDEX users_pkey ON users (email) | relation "users_pkey" already exists
          CREATE INDEX i ON emails (email) | cannot create index on relation "emails"
          CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1', a '2') | option "a" provided more than once
          ALTER SERVER remote OPTIONS (ADD host 'b') | option "host" provided more than once
          ALTER SERVER remote OPTIONS (SET port '1') | option "port" not found
          ALTER SERVER remote OPTIONS (DROP port) | option "port" not found
          CREATE SEQUENCE users | relation "users" already exists
          ALTER TABLE nowhere ADD COLUMN a integer | relation "nowhere" does not exist
          ALTER TABLE users ADD COLUMN email text | column "email" of relation "users" already exists
          ALTER TABLE users DROP COLUMN nothing | column "nothing" of relation "users" does not exist
          ALTER TABLE users DROP COLUMN email | cannot drop column email of table users because other objects depend on it
          ALTER TABLE slots DROP COLUMN word | cannot drop column word of table slots because other objects depend on it
          ALTER VIEW emails RENAME COLUMN email TO email | column "email" of relation "emails" already exists
          ALTER TABLE users DROP CONSTRAINT nothing | constraint "nothing" of relation "users" does not exist
          ALTER TABLE users DROP CONSTRAINT users_pkey | cannot drop constraint users_pkey on table users because other objects depend on it
          ALTER TABLE users ADD PRIMARY KEY (email) | multiple primary keys for table "users" are not allowed
          ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (true) | constraint "users_email_check" for relation "users" already exists
          ALTER TABLE users ALTER COLUMN id DROP NOT NULL | column "id" is in a primary key
          ALTER TABLE users ALTER COLUMN email TYPE varchar(9) | cannot alter type of a column used by a view or rule
          ALTER TABLE users RENAME COLUMN nothing TO something | column "nothing" does not exist
          ALTER TABLE users RENAME COLUMN id TO email | column "email" of relation "users" already exists
          ALTER TABLE users RENAME TO posts | relation "posts" already exists
          ALTER TABLE users DISABLE TRIGGER nothing | trigger "nothing" for table "users" does not exist
          ALTER TABLE posts ALTER COLUMN id SET DEFAULT 1 | column "id" of relation "posts" is an identity column
          ALTER TABLE posts ALTER COLUMN author ADD GENERATED ALWAYS AS IDENTITY | column "author" of relation "posts" must be declared NOT NULL before identity can be added
          ALTER TABLE part_1 DROP COLUMN n | cannot drop inherited column "n"
          ALTER TABLE parts DROP COLUMN n | cannot drop column "n" because it is part of the partition key of relation "parts"
          ALTER TABLE parts ATTACH PARTITION parts FOR VALUES IN (1) | circular inheritance not allowed
          ALTER TABLE parts DETACH PARTITION part_1 CONCURRENTLY | cannot detach partitions concurrently when a default partition exists
          ALTER TABLE heirs INHERIT users | relation "users" would be inherited from more than once
          ALTER TABLE users DROP CONSTRAINT users_n_not_null | constraint "users_n_not_null" of relation "users" does not exist
          ALTER TABLE users INHERIT heirs | circular inheritance not allowed
          COMMENT ON CAST (mood AS text) IS 'x' | cast from type public.mood to type text does not exist
          CREATE TYPE span_multirange AS ENUM () | type "span_multirange" already exists
          CREATE TYPE extent AS RANGE (subtype = integer, multirange_type_name = users) | type "users" already exists
          ALTER TABLE posts RENAME TO mood | type "mood" already exists
          ALTER TYPE mood RENAME TO users | type "users" already exists
          ALTER TABLE posts RENAME TO posts | relation "posts" already exists
          ALTER TYPE mood RENAME TO mood | type "mood" already exists
          ALTER TABLE posts RENAME CONSTRAINT posts_author_fkey TO posts_author_fkey | constraint "posts_author_fkey" for relation "posts" already exists
          DROP TYPE span_multirange | cannot drop type span_multirange because type span requires it
          DROP TABLE users | cannot drop table users because other objects depend on it
          DROP TABLE nowhere | table "nowhere" does not exist
          DROP TABLE emails | "emails" is not a table
          DROP INDEX users_pkey | cannot drop index users_pkey because constraint users_pkey on table users requires it
          DROP SEQUENCE numbers | cannot drop sequence numbers because other objects depend on it
          DROP SEQUENCE posts_id_seq | cannot drop sequence posts_id_seq because column id of table posts requires it
          DROP TYPE mood | cannot drop type mood because other objects depend on it
          """)
  void refuses(String statement, String message) {
    assertEquals(
        List.of("REJECTED 8: " + message), Script.of(BEFORE + statement).problems(), statement);
  }
}
