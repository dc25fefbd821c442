CREATE TABLE orders (spare int, total int, extra int, note text, number int);
CREATE TABLE lines (item text, id int, total int, spare int);
CREATE VIEW merged AS
  SELECT k AS id, note, item FROM orders o(a, b, c, note, k) LEFT JOIN lines l(item, k) USING (k) WHERE k > 1;
CREATE VIEW as_was AS SELECT o.note FROM orders o(a, b, c, note, id) JOIN lines USING (id);
