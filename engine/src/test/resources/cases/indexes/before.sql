CREATE TABLE log (id bigint PRIMARY KEY, at timestamptz, level text, body text);
INSERT INTO log SELECT g, now(), 'info', 'text' || g FROM generate_series(1, 100) g;
CREATE INDEX log_at ON log (at);
CREATE INDEX log_level ON log (level) WHERE level = 'info';
CREATE INDEX stray ON log (body);
CREATE UNIQUE INDEX log_body ON log (body);
