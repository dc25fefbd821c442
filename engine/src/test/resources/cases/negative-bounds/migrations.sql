CREATE TABLE shift (by integer, n bigint) PARTITION BY LIST (by);
CREATE TABLE shift_small PARTITION OF shift FOR VALUES IN (-2, -1, 0, +1, 2);
CREATE TABLE degree (at numeric, n integer NOT NULL) PARTITION BY RANGE (at, (n + 1));
CREATE TABLE degree_cold PARTITION OF degree FOR VALUES FROM (MINVALUE, MINVALUE) TO (-1.5, -3);
CREATE TABLE degree_mild PARTITION OF degree FOR VALUES FROM (-1.5, -3) TO (20, MAXVALUE);
