-- A partitioned index beside partitions' own that are like it.
CREATE TABLE p (id int NOT NULL, at date NOT NULL, v text) PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') PARTITION BY LIST (v);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES IN ('a');
CREATE TABLE p2 PARTITION OF p DEFAULT;
CREATE INDEX p_v ON p (v);
CREATE INDEX p1a_own ON p1a (v);
CREATE UNIQUE INDEX p_u ON p (id, at, v);

-- A partition's key that somebody made of its part.
CREATE TABLE q (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE q1 PARTITION OF q FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE UNIQUE INDEX q_u ON q (id, at);

-- A partition's key that an index of somebody took.
CREATE TABLE r (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
ALTER TABLE r1 ADD CONSTRAINT r1_own UNIQUE (id, at);

-- An index of another shape has the name.
CREATE TABLE s (id int, v text) PARTITION BY LIST (id);
CREATE TABLE s1 PARTITION OF s DEFAULT;
CREATE INDEX s_v ON s (v);
