CREATE COLLATION kept (provider = icu, locale = 'de');
CREATE COLLATION changed (provider = icu, locale = 'en', deterministic = false);
CREATE COLLATION made FROM "POSIX";
CREATE COLLATION "Made" (lc_collate = 'C', lc_ctype = 'C');
CREATE TABLE words (
  id integer PRIMARY KEY,
  w text COLLATE changed,
  x varchar(10) COLLATE changed DEFAULT 'a' CHECK (x > 'a' COLLATE changed),
  y text COLLATE made);
CREATE INDEX words_w ON words (w);
CREATE INDEX words_l ON words (lower(x) COLLATE changed);
CREATE VIEW w AS SELECT w FROM words;
COMMENT ON COLLATION kept IS 'new';
