-- Lengths of arguments do not count; a character of no length is a bpchar.
CREATE FUNCTION padded(a bpchar, b int2) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION padded(character, smallint) PARALLEL SAFE;
CREATE FUNCTION cut(a char, b bit, c varchar(3), d char[]) RETURNS char LANGUAGE sql AS 'SELECT a';
ALTER FUNCTION cut(bpchar, bit, varchar, bpchar[]) PARALLEL SAFE;

-- A type may be named by its functions before it is there.
CREATE FUNCTION label_in(cstring) RETURNS label LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION label_out(label) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE label (INPUT = label_in, OUTPUT = label_out, INTERNALLENGTH = variable, LIKE = text);
CREATE FUNCTION label_same(label, label) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'texteq';
CREATE OPERATOR == (LEFTARG = label, RIGHTARG = label, PROCEDURE = label_same, COMMUTATOR = '==');
