-- The first index that was made is the one a foreign key stands on, whatever becomes of the others.
CREATE TABLE a (id int, x int);
CREATE UNIQUE INDEX a_i ON a (id);
ALTER TABLE a ADD CONSTRAINT a_u UNIQUE (id);
ALTER TABLE a ADD CONSTRAINT a_p PRIMARY KEY (id);
CREATE TABLE b (first int REFERENCES a (id), primary_one int REFERENCES a);
ALTER TABLE a DROP CONSTRAINT a_u;
ALTER TABLE b DROP CONSTRAINT b_first_fkey;
DROP INDEX a_i;

-- Columns of INCLUDE do not count, and CASCADE takes what stands on the key and nothing else.
CREATE TABLE c (id int, x int, CONSTRAINT c_with UNIQUE (id) INCLUDE (x), CONSTRAINT c_bare UNIQUE (id));
CREATE TABLE d (c_id int REFERENCES c (id));
ALTER TABLE c DROP CONSTRAINT c_bare CASCADE;
ALTER TABLE c ADD CONSTRAINT c_bare UNIQUE (id);
ALTER TABLE c DROP CONSTRAINT c_with CASCADE;

-- One that is made again is the last; another type makes all again, constraints first.
CREATE TABLE e (id int);
CREATE UNIQUE INDEX e_i ON e (id);
CREATE UNIQUE INDEX e_j ON e (id);
DROP INDEX e_i;
CREATE UNIQUE INDEX e_i ON e (id);
CREATE TABLE f (e_id int REFERENCES e (id));
DROP INDEX e_i;
ALTER TABLE e ADD CONSTRAINT e_u UNIQUE (id);
ALTER TABLE e ALTER id TYPE bigint;
DROP INDEX e_j;

-- Deferrable, partial and expression indexes are none; names change.
CREATE TABLE g (id int, CONSTRAINT g_later UNIQUE (id) DEFERRABLE);
CREATE UNIQUE INDEX g_half ON g (id) WHERE id > 0;
CREATE UNIQUE INDEX g_more ON g ((id + 1));
CREATE UNIQUE INDEX g_i ON g (id);
CREATE UNIQUE INDEX g_j ON g (id);
CREATE TABLE h (g_id int REFERENCES g (id));
ALTER TABLE g DROP CONSTRAINT g_later;
DROP INDEX g_half, g_more;
ALTER TABLE g ADD CONSTRAINT g_u UNIQUE USING INDEX g_i;
ALTER INDEX g_u RENAME TO g_v;
ALTER TABLE g RENAME TO gg;
DROP INDEX g_j;

-- A partition's own key, and its parent's.
CREATE TABLE p (id int, CONSTRAINT p_u UNIQUE (id)) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
CREATE UNIQUE INDEX p1_own ON p1 (id);
CREATE TABLE q (p_id int REFERENCES p1 (id));
DROP INDEX p1_own;
CREATE UNIQUE INDEX p1_own ON p1 (id);
ALTER TABLE p DROP CONSTRAINT p_u CASCADE;
ALTER TABLE q ADD FOREIGN KEY (p_id) REFERENCES p1 (id);
