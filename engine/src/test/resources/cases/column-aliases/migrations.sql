CREATE TABLE orders (note text, id int, total int, spare int);
CREATE TABLE lines (id int, total int, spare int, item text);
CREATE TABLE audit (id int, what text);
CREATE TABLE other (id int, title text);

-- lists of aliases count columns that come and go
CREATE VIEW listed AS SELECT x.b, x.spare FROM orders AS x(a, b, c);
CREATE VIEW listed_within AS
  SELECT b, (SELECT max(y.d) FROM lines AS y(c, d) WHERE y.c = x.b) AS most FROM orders AS x(a, b);
CREATE VIEW named_join AS SELECT j.id, j.note, j.item FROM (orders JOIN lines USING (id)) AS j;
CREATE VIEW listed_join AS
  SELECT j.a, j.f FROM (orders JOIN lines ON orders.id = lines.id) AS j(n, a, b, c, d, e, f, g);
CREATE VIEW whole_join AS SELECT count(j) AS rows FROM (audit JOIN other USING (id)) AS j;

-- joins that merge columns of different names, once these are renamed
CREATE VIEW merged AS SELECT id, note, item FROM orders LEFT JOIN lines USING (id);
CREATE VIEW merged_full AS
  SELECT m.id, n.id AS other FROM orders FULL JOIN lines USING (id) AS m,
    (lines l FULL JOIN audit USING (id) AS n);
CREATE VIEW merged_natural AS SELECT lines.item FROM orders NATURAL JOIN lines;

-- rules, bodies and conditions
CREATE RULE noting AS ON INSERT TO orders DO ALSO
  INSERT INTO audit SELECT x.k, x.w FROM lines AS x(k, v, s, w) WHERE x.k = new.id;
CREATE VIEW titles AS SELECT id, note FROM orders;
CREATE RULE kept AS ON UPDATE TO titles
  WHERE new.id > 0 AND EXISTS (SELECT 1 FROM lines AS x(k) WHERE x.k = old.id) DO INSTEAD NOTHING;
CREATE FUNCTION items(int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  UPDATE audit SET what = y.w FROM lines AS y(k, v, s, w) WHERE y.k = audit.id;
  SELECT count(*) FROM orders JOIN lines USING (id) WHERE id = $1;
END;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON audit
  USING (EXISTS (SELECT 1 FROM orders JOIN lines l USING (id) WHERE l.item = audit.what));

DROP VIEW merged_natural, whole_join;
CREATE VIEW whole_join AS SELECT count(j) AS rows FROM (other LEFT JOIN other o USING (id)) AS j;
DROP VIEW listed_join;
CREATE VIEW listed_join AS
  SELECT j.a, j.g FROM (orders JOIN lines ON orders.id = lines.id) AS j(n, a, b, c, d, e, f, g);
ALTER TABLE orders RENAME COLUMN id TO number;
ALTER TABLE lines RENAME COLUMN item TO article;
ALTER TABLE lines DROP COLUMN total CASCADE;
ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders ADD COLUMN id int, ADD COLUMN item text;
ALTER TABLE audit RENAME COLUMN id TO about;
ALTER TABLE lines RENAME COLUMN spare TO total;

-- what uses a column under another name goes with it
CREATE VIEW doomed AS SELECT x.b FROM audit AS x(a, b);
CREATE RULE doomed AS ON DELETE TO lines DO ALSO DELETE FROM orders USING audit x(a, b) WHERE x.b = orders.note;
ALTER TABLE audit DROP COLUMN what CASCADE;
