CREATE TABLE t (id integer);
DO $$
DECLARE version_num integer;
BEGIN
  SELECT current_setting('server_version_num') INTO STRICT version_num;
  IF version_num > 90600 THEN
    EXECUTE 'ALTER TABLE t ADD COLUMN is_new boolean';
  ELSE
    ALTER TABLE t ADD COLUMN is_old boolean;
  END IF;
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'server_version_num' AND setting::int >= 120000) THEN
    CREATE INDEX ON t (id);
  ELSE
    CREATE INDEX ON t (is_old);
  END IF;
END $$;
DO $$
DECLARE num int;
BEGIN
  SELECT setting FROM pg_catalog.pg_settings WHERE name = 'server_version_num' INTO num;
  IF num < 100000 THEN
    RAISE EXCEPTION 'too old';
  END IF;
  COMMENT ON TABLE t IS 'checked';
END $$;
