CREATE TYPE half;
CREATE FUNCTION half_in(cstring) RETURNS half LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION half_out(half) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE half (input = half_in, output = half_out, like = integer);
CREATE TYPE "Vector";
CREATE FUNCTION v_in(cstring, oid, integer) RETURNS "Vector" LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION v_out("Vector") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION v_ti(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION v_to(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE "Vector" (
  input = v_in, output = v_out, typmod_in = v_ti, typmod_out = v_to, like = bytea,
  storage = external, category = 'V', delimiter = ';', default = '1', collatable = true);
CREATE FUNCTION v_cast("Vector", integer, boolean) RETURNS "Vector" LANGUAGE internal IMMUTABLE STRICT AS 'varchar';
CREATE CAST ("Vector" AS "Vector") WITH FUNCTION v_cast("Vector", integer, boolean) AS IMPLICIT;
CREATE CAST ("Vector" AS text) WITH INOUT AS ASSIGNMENT;
CREATE CAST ("Vector" AS bytea) WITHOUT FUNCTION;
COMMENT ON CAST ("Vector" AS text) IS 'as text';
CREATE TYPE set_anew;
CREATE FUNCTION set_in(cstring) RETURNS set_anew LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION set_out(set_anew) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION set_recv(internal) RETURNS set_anew LANGUAGE internal STABLE STRICT AS 'textrecv';
CREATE TYPE set_anew (
  input = set_in, output = set_out, receive = set_recv, like = text, storage = external);
CREATE TABLE t (b text, c "Vector"(3), d half DEFAULT '1');
