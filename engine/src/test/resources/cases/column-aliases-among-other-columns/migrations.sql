-- Lists of aliases count columns, which stand in another order in the database that is found.
CREATE TABLE orders (note text, id int, total int, spare int);
CREATE TABLE lines (id int, total int, spare int, item text);
CREATE VIEW merged AS SELECT id, note, item FROM orders LEFT JOIN lines USING (id);
CREATE VIEW merged_full AS SELECT id, note, item FROM orders FULL JOIN lines USING (id) WHERE id > 0;
CREATE VIEW listed AS SELECT x.b, x.spare FROM orders AS x(a, b, c);
CREATE VIEW as_was AS SELECT orders.note FROM orders JOIN lines USING (id);
CREATE FUNCTION items(int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT count(*) FROM orders JOIN lines USING (id) WHERE id = $1;
END;
ALTER TABLE orders RENAME COLUMN id TO number;
ALTER TABLE orders ADD COLUMN late int;
ALTER TABLE lines ADD COLUMN number int;
