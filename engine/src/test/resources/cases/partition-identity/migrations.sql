-- A partition has no identity of its own: before 17 none, from 17 on its parent's.
CREATE TABLE reading (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE reading_2026 PARTITION OF reading FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
