CREATE COLLATION kept (provider = icu, locale = 'de');
CREATE COLLATION changed (provider = icu, locale = 'de');
CREATE COLLATION gone (lc_collate = 'C', lc_ctype = 'C');
CREATE TABLE words (
  id integer PRIMARY KEY,
  w text COLLATE changed,
  x varchar(10) COLLATE changed DEFAULT 'a' CHECK (x > 'a' COLLATE changed),
  y text COLLATE gone);
CREATE INDEX words_w ON words (w);
CREATE INDEX words_l ON words (lower(x) COLLATE changed);
INSERT INTO words VALUES (1, 'a', 'b', 'c');
CREATE VIEW w AS SELECT w FROM words;
COMMENT ON COLLATION kept IS 'old';
