-- A domain over a domain begins with the other's default; NULL is none for an array of a domain.
CREATE DOMAIN one AS integer DEFAULT 1;
CREATE DOMAIN two AS one;
CREATE DOMAIN three AS one DEFAULT 3;
CREATE DOMAIN many AS one[];
ALTER DOMAIN one SET DEFAULT 4;
ALTER DOMAIN three DROP DEFAULT;
CREATE TABLE t (a one[] DEFAULT NULL, b one DEFAULT NULL, c two, d three);
CREATE DOMAIN last AS two;
-- Sequences follow the table, but for one that the same statement makes.
CREATE TABLE kept (a integer, b serial);
ALTER TABLE kept ADD COLUMN c serial, SET UNLOGGED;
CREATE TABLE parts (a integer) PARTITION BY LIST (a);
