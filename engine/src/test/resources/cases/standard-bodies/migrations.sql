-- Bodies that the server keeps as trees: parameters by number are printed by name.
CREATE FUNCTION length_of(kind oid, modifier integer) RETURNS integer LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN $2 = -1 THEN null WHEN $1 IN (1042, 1043) THEN $2 - 4 ELSE null END;

CREATE FUNCTION bits_of(oid) RETURNS integer LANGUAGE sql IMMUTABLE
  RETURN CASE $1 WHEN 21 THEN 16 WHEN 23 THEN 32 ELSE NULL END;

CREATE FUNCTION doubled(a integer, "B b" integer, OUT twice integer) LANGUAGE sql
  RETURN $1 * 2 + $2;
