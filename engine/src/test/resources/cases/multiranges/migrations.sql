-- A multirange type has a name and a schema of its own, but goes with its range type.
CREATE SCHEMA one;
CREATE TYPE whole AS RANGE (subtype = integer, multirange_type_name = one.wholes);
CREATE TYPE one.part AS RANGE (subtype = integer, multirange_type_name = parts);
CREATE TABLE held (a one.wholes, b parts, c parts[]);
ALTER TYPE parts RENAME TO pieces;
ALTER SCHEMA one RENAME TO two;
CREATE FUNCTION count_of(a pieces) RETURNS integer LANGUAGE sql AS 'SELECT 1';
DROP TYPE two.part CASCADE;
CREATE TYPE third AS RANGE (subtype = integer, multirange_type_name = two.thirds);
CREATE TYPE fourth AS RANGE (subtype = integer, multirange_type_name = two.fourths);
ALTER TYPE two.fourths SET SCHEMA public;
CREATE TABLE checked (a two.thirds DEFAULT '{}' CHECK (a <> '{}'::two.thirds), b fourths, c two.wholes);
CREATE SCHEMA left_over;
CREATE TYPE fifth AS RANGE (subtype = integer, multirange_type_name = left_over.fifths);
CREATE TABLE also (a fifth, b left_over.fifths, c text);
DROP SCHEMA left_over CASCADE;
ALTER TYPE third RENAME TO drittel;
