CREATE TABLE event (id bigint NOT NULL, day date NOT NULL, kind text, PRIMARY KEY (id, day, kind))
PARTITION BY RANGE (day);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- Made with the partition, and with the index.
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX by_kind ON event (kind);
CREATE INDEX by_kind_again ON event (kind) WITH (fillfactor = 70);
CREATE INDEX by_lower ON event (lower(kind), day);
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
PARTITION BY LIST (kind);
CREATE TABLE event_2025_x PARTITION OF event_2025 FOR VALUES IN ('x');

-- Taken over: an own index of the right shape keeps its name.
CREATE TABLE event_old (id bigint NOT NULL, day date NOT NULL, kind text NOT NULL);
CREATE INDEX old_kind ON event_old (kind) WITH (fillfactor = 60);
ALTER TABLE event ATTACH PARTITION event_old FOR VALUES FROM ('2000-01-01') TO ('2024-01-01');

-- Their own settings.
ALTER INDEX event_2024_kind_idx RENAME TO own_name;
ALTER INDEX event_2024_lower_day_idx SET (fillfactor = 50);
COMMENT ON INDEX event_2025_kind_idx IS 'of a partition';
ALTER TABLE event_2024 CLUSTER ON own_name;
ALTER TABLE event_2024 REPLICA IDENTITY USING INDEX event_2024_pkey;

CREATE TRIGGER touched BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER counted AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER told AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION touch();
ALTER TABLE event DISABLE TRIGGER counted;
ALTER TABLE event_2024 ENABLE TRIGGER counted;
ALTER TABLE event_2025 DISABLE TRIGGER touched;
ALTER TABLE ONLY event_2025 ENABLE TRIGGER touched;
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- Put together by hand.
CREATE INDEX by_id ON ONLY event (id);
CREATE INDEX mine ON event_2024 (id);
ALTER INDEX by_id ATTACH PARTITION mine;

-- On their own again.
CREATE TABLE event_gone PARTITION OF event FOR VALUES FROM ('1990-01-01') TO ('1991-01-01');
ALTER TABLE event DETACH PARTITION event_gone;
