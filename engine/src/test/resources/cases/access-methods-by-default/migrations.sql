-- default_table_access_method says how tables and materialized views are kept that do not say so themselves.
CREATE ACCESS METHOD drift_heap TYPE TABLE HANDLER heap_tableam_handler;
SET default_table_access_method = drift_heap;
CREATE TABLE named (id int PRIMARY KEY);
CREATE TABLE queried AS SELECT 1 AS x;
SELECT 1 AS y INTO selected;
CREATE MATERIALIZED VIEW seen AS SELECT id FROM named;
CREATE TABLE whole (id int) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (1) TO (2);
CREATE TABLE said (id int) USING heap;
RESET default_table_access_method;
CREATE TABLE after (id int);
SELECT set_config('default_table_access_method', 'drift_heap', false);
CREATE TABLE set_by_call (id int);
DO $$ BEGIN CREATE TABLE made_by_code (id int); END $$;
RESET ALL;
CREATE TABLE usual (id int);
