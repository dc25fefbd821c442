-- A policy's condition may ask its own table and others: all of them carry renames into it.
CREATE SCHEMA fleet;
CREATE TABLE fleet.driver (
  id bigint PRIMARY KEY,
  depot bigint NOT NULL,
  grade integer NOT NULL
);
CREATE TABLE fleet.route (
  id bigint PRIMARY KEY,
  depot bigint NOT NULL,
  length integer NOT NULL,
  doubled integer GENERATED ALWAYS AS (length * 2) STORED
);
ALTER TABLE fleet.driver ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.route ENABLE ROW LEVEL SECURITY;
CREATE POLICY seniors ON fleet.driver
  USING (grade > 2 AND EXISTS (SELECT FROM fleet.driver d WHERE d.depot = driver.depot AND d.grade > 5));
CREATE POLICY own_depot ON fleet.route
  USING (depot IN (SELECT depot FROM fleet.driver WHERE grade > 1))
  WITH CHECK (length < (SELECT max(x.grade) FROM (SELECT grade FROM fleet.driver) x));
CREATE POLICY joined ON fleet.route FOR SELECT
  USING (EXISTS (
    SELECT 1 FROM fleet.driver JOIN fleet.route other ON other.depot = driver.depot
    WHERE other.id = route.id));
ALTER TABLE fleet.driver RENAME COLUMN depot TO home;
ALTER TABLE fleet.route RENAME COLUMN depot TO base;
ALTER TABLE fleet.driver RENAME COLUMN grade TO rank;
ALTER TABLE fleet.route RENAME TO line;
ALTER TABLE fleet.driver RENAME TO person;
ALTER SCHEMA fleet RENAME TO transit;
DO $$
BEGIN
  ALTER TABLE transit.person DROP COLUMN rank;
EXCEPTION WHEN dependent_objects_still_exist THEN
  COMMENT ON COLUMN transit.person.rank IS 'held by policies';
END $$;
ALTER TABLE transit.person ALTER COLUMN id TYPE integer;
CREATE TABLE transit.stop (id bigint, line bigint, name text);
CREATE POLICY served ON transit.stop USING (line IN (SELECT id FROM transit.line WHERE length > 3));
ALTER TABLE transit.line DROP COLUMN length CASCADE;
