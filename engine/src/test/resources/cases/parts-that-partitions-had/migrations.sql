-- What a partition has already: a check of the parent's name is the parent's; it goes with it, and stays when detached.
CREATE TABLE parted (a text, b int NOT NULL DEFAULT 0, CONSTRAINT check_a CHECK (length(a) > 0)) PARTITION BY LIST (a);
CREATE TABLE part_a PARTITION OF parted FOR VALUES IN ('a');
CREATE TABLE part_b PARTITION OF parted (b NOT NULL DEFAULT 1, CONSTRAINT check_a CHECK (length(a) > 0), CONSTRAINT check_b CHECK (b >= 0)) FOR VALUES IN ('b');
ALTER TABLE parted ADD CONSTRAINT check_b CHECK (b >= 0);
CREATE TABLE part_c (a text, b int NOT NULL, CONSTRAINT check_a CHECK (length(a) > 0), CONSTRAINT check_b CHECK (b >= 0), CONSTRAINT own CHECK (b > -5));
ALTER TABLE parted ATTACH PARTITION part_c FOR VALUES IN ('c');
CREATE TABLE part_d PARTITION OF parted (CONSTRAINT check_b CHECK (b >= 0)) FOR VALUES IN ('d');
ALTER TABLE parted DETACH PARTITION part_d;
ALTER TABLE parted DROP CONSTRAINT check_a, DROP CONSTRAINT check_b;
-- An index that a partition has for itself only is adopted as it is: the parent's lacks parts, too.
CREATE TABLE event (id int) PARTITION BY RANGE (id);
CREATE TABLE event_a PARTITION OF event FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE event_a1 PARTITION OF event_a FOR VALUES FROM (0) TO (5);
CREATE INDEX ON ONLY event_a (id);
CREATE INDEX ON event (id);
-- Heirs that are no partitions have no parts.
CREATE TABLE plain (id int);
CREATE TABLE heir () INHERITS (plain);
CREATE INDEX ON plain (id);
