-- A type that is dropped with CASCADE takes the fields with it that are of it, not the types they are in.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE COLLATION plain FROM "C";
CREATE TYPE inner_pair AS (a integer, b mood);
CREATE TYPE pair AS (first mood, second text COLLATE plain, third mood[], fourth inner_pair);
CREATE TABLE holder (id integer, p pair, i inner_pair);
DROP TYPE mood CASCADE;
DROP COLLATION plain CASCADE;
DROP TYPE inner_pair CASCADE;
