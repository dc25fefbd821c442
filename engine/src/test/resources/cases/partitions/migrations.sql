CREATE TABLE events (
  id bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  kind text,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events ADD COLUMN note text DEFAULT 'none';
CREATE TABLE events_2023 (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
ALTER TABLE events_2023 ADD PRIMARY KEY (id, at);
CREATE INDEX ON events_2023 (kind);
ALTER TABLE events ATTACH PARTITION events_2023 FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00');
ALTER TABLE events DETACH PARTITION events_2024;
CREATE TABLE regions (region text, n integer, CHECK (n > 0)) PARTITION BY LIST (region);
CREATE TABLE regions_eu PARTITION OF regions FOR VALUES IN ('de', 'fr');
CREATE TABLE regions_other PARTITION OF regions DEFAULT PARTITION BY HASH (n);
CREATE TABLE regions_other_0 PARTITION OF regions_other FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE regions_other_1 PARTITION OF regions_other FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE regions ALTER COLUMN n SET NOT NULL, ADD CONSTRAINT small CHECK (n < 1000);
CREATE INDEX regions_only ON ONLY regions (n);
CREATE INDEX regions_eu_n ON regions_eu (n);
CREATE TABLE whole (n integer) PARTITION BY RANGE (n);
CREATE TABLE whole_low PARTITION OF whole FOR VALUES FROM (0) TO (10);
CREATE TABLE whole_high PARTITION OF whole FOR VALUES FROM (10) TO (20);
CREATE INDEX whole_n ON ONLY whole (n);
CREATE INDEX whole_low_index ON whole_low (n);
CREATE INDEX whole_high_index ON whole_high (n);
ALTER INDEX whole_n ATTACH PARTITION whole_low_index;
ALTER INDEX whole_n ATTACH PARTITION whole_high_index;
CREATE TABLE by_number (n integer, d date) PARTITION BY RANGE (n, d);
CREATE TABLE by_number_low PARTITION OF by_number FOR VALUES FROM (MINVALUE, MINVALUE) TO (10, '2020-01-01');
