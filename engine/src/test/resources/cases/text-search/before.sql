CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = snowball, LANGUAGE = english, StopWords = 'english');
CREATE TEXT SEARCH DICTIONARY gone (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION c (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word, email WITH gone, simple;
CREATE TEXT SEARCH CONFIGURATION gone (COPY = pg_catalog.simple);
CREATE TABLE docs (t text);
CREATE INDEX ON docs USING gin (to_tsvector('public.c', t));
COMMENT ON TEXT SEARCH CONFIGURATION c IS 'old';
