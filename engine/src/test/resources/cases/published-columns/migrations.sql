-- Without a column that it publishes, or tells rows apart by, a publication is without the table.
CREATE TABLE other (a integer);
CREATE TABLE told (a integer PRIMARY KEY, b integer, c integer);
CREATE PUBLICATION part FOR TABLE told (a, b), other;
CREATE PUBLICATION of_rows FOR TABLE told WHERE (c > 1), other;
CREATE PUBLICATION whole FOR TABLE told;
ALTER TABLE told DROP COLUMN b CASCADE;
ALTER TABLE told DROP COLUMN c CASCADE;
-- Conditions are typed by their own tables.
CREATE TABLE measured (a double precision, b integer);
CREATE TABLE counted (a integer);
CREATE PUBLICATION measures FOR TABLE counted WHERE (a IN (1, 2)), measured WHERE (a IN (1, 2, 3) AND b::bigint = 2);
