CREATE TABLE t (id int, v int, w int);
CREATE TABLE u (id int PRIMARY KEY, v int UNIQUE); COMMENT ON INDEX u_pkey IS 'old'; COMMENT ON CONSTRAINT u_pkey ON u IS 'c';
CREATE TABLE k (id int PRIMARY KEY, v int); COMMENT ON INDEX k_pkey IS 'stays';
CREATE TABLE n (id int CONSTRAINT nk PRIMARY KEY); COMMENT ON INDEX nk IS 'n';
CREATE TABLE x (a int4range, EXCLUDE USING gist (a WITH &&)); COMMENT ON INDEX x_a_excl IS 'x';
