CREATE TABLE log (id bigint PRIMARY KEY, at timestamptz, level text, body text);
CREATE INDEX log_at ON log (at DESC NULLS LAST, level);
CREATE INDEX log_level ON log (level) WHERE level <> 'info';
CREATE UNIQUE INDEX log_body ON log (lower(body) text_pattern_ops) INCLUDE (id) WITH (fillfactor = 80);
CREATE INDEX log_words ON log USING gin (to_tsvector('simple', body));
CREATE TABLE pages (words tsvector, more tsvector);
CREATE INDEX pages_words ON pages USING gist (words tsvector_ops (siglen = 9));
CREATE INDEX pages_more ON pages USING gist (more, words);
CREATE INDEX pages_plain ON pages USING gist (words tsvector_ops (siglen = 16));
