CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE stay (during span);
ALTER FUNCTION span(float8, float8) VOLATILE SET work_mem = '1MB';
ALTER FUNCTION span_multirange() CALLED ON NULL INPUT;
