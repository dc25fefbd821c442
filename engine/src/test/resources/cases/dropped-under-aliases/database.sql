CREATE TABLE t (p int, q int, r int, extra int);
CREATE TABLE u (p int, z int, extra int);
CREATE TABLE l (a int, b int);
CREATE VIEW v AS SELECT x.a FROM t AS x(a, b, r, c) WHERE x.c > 0;
CREATE RULE ru AS ON INSERT TO t DO ALSO INSERT INTO l SELECT x.c, x.b FROM u AS x(a, b, c) WHERE x.a = new.p;
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT sum(x.d) FROM t AS x(a, b, c, d) WHERE x.a = $1;
END;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY po ON t USING (EXISTS (SELECT 1 FROM u x(a, b, c) WHERE x.a = t.p AND x.c > 0));
