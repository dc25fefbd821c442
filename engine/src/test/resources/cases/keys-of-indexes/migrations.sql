-- An index that becomes a constraint's is renamed, with its comment and what it is to its table.
CREATE TABLE t (a int NOT NULL, b int);
CREATE UNIQUE INDEX by_a ON t (a);
ALTER TABLE t CLUSTER ON by_a;
ALTER TABLE t REPLICA IDENTITY USING INDEX by_a;
COMMENT ON INDEX by_a IS 'said';
ALTER TABLE t ADD CONSTRAINT a_key UNIQUE USING INDEX by_a;
CREATE UNIQUE INDEX by_b ON t (b);
COMMENT ON INDEX by_b IS 'said of b';
ALTER TABLE t ADD UNIQUE USING INDEX by_b;
