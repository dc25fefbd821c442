CREATE TABLE t (id int PRIMARY KEY, v int UNIQUE, w int); COMMENT ON INDEX t_pkey IS 'pk'; COMMENT ON INDEX t_v_key IS 'uq'; COMMENT ON CONSTRAINT t_v_key ON t IS 'uqc';
CREATE TABLE u (id bigint PRIMARY KEY, v int UNIQUE DEFERRABLE); COMMENT ON INDEX u_pkey IS 'new'; COMMENT ON INDEX u_v_key IS 'v';
CREATE TABLE k (id int, v int PRIMARY KEY); COMMENT ON INDEX k_pkey IS 'stays';
CREATE TABLE n (id int CONSTRAINT nk2 PRIMARY KEY); COMMENT ON INDEX nk2 IS 'n';
CREATE TABLE x (a int4range, b int4range, EXCLUDE USING gist (b WITH &&)); COMMENT ON INDEX x_b_excl IS 'x';
CREATE TABLE z (a int PRIMARY KEY); COMMENT ON INDEX z_pkey IS 'z';
