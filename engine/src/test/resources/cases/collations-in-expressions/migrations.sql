CREATE SCHEMA texts;
CREATE COLLATION num (provider = icu, locale = 'en-u-kn-true');
CREATE COLLATION texts.bytes FROM "C";
SET search_path = public, texts;
CREATE DOMAIN word AS text CHECK (value < 'z' COLLATE bytes);
CREATE TABLE item (
  id integer PRIMARY KEY,
  n text COLLATE num,
  x text,
  small boolean GENERATED ALWAYS AS (x < 'a' COLLATE bytes) STORED,
  CHECK (n > 'a' COLLATE bytes)
);
CREATE INDEX by_number ON item (lower(n) COLLATE num, (n || x) COLLATE num, n COLLATE num);
CREATE INDEX by_bytes ON item (lower(n) COLLATE bytes, (lower(n) COLLATE num), x COLLATE bytes, (CASE WHEN x > 'a' THEN n ELSE 'b' END) COLLATE num);
CREATE INDEX by_both ON item (lower(x) COLLATE num, left(n, id) COLLATE num, (id::text) COLLATE num, (n::varchar(3)) COLLATE num);
CREATE VIEW items AS SELECT id, n COLLATE bytes AS n, x FROM item WHERE x COLLATE num > 'a' ORDER BY x COLLATE bytes;
CREATE TABLE parted (t text) PARTITION BY RANGE (lower(t) COLLATE bytes);
CREATE POLICY late ON item USING (x COLLATE num > 'a' AND EXISTS (SELECT FROM items i WHERE i.x COLLATE bytes > item.x));
CREATE FUNCTION bigger(q text DEFAULT 'a' COLLATE num) RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT q COLLATE bytes > 'a'; END;
CREATE STATISTICS spread ON (n COLLATE bytes), id FROM item;
RESET search_path;
ALTER COLLATION num RENAME TO numbers;
ALTER COLLATION texts.bytes SET SCHEMA public;
ALTER COLLATION numbers SET SCHEMA texts;
ALTER SCHEMA texts RENAME TO words;
