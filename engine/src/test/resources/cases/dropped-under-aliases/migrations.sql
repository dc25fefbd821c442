-- What uses a column under another name is made again before the column goes.
CREATE TABLE t (p int, q int, r int);
CREATE TABLE u (p int, z int);
CREATE TABLE l (a int, b int);
CREATE VIEW v AS SELECT x.a FROM t AS x(a, b);
CREATE RULE ru AS ON INSERT TO t DO ALSO INSERT INTO l SELECT x.a, x.b FROM u AS x(a, b) WHERE x.a = new.p;
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT sum(x.b) FROM t AS x(a, b) WHERE x.a = $1;
END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY po ON t USING (EXISTS (SELECT 1 FROM u x(a, b) WHERE x.a = t.p AND x.b > 0));
