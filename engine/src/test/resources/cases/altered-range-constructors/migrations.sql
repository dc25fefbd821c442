-- The functions that come with a range type are compared with how they came.
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE stay (during span);
