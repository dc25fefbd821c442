-- A history of the migrations' own tells what has run: what no statement has put in is not there.
CREATE TABLE history (id character varying(150) PRIMARY KEY, product character varying(32) NOT NULL);
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM history WHERE id = 'one') THEN
    CREATE TABLE a (id integer, note text);
  END IF;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM history WHERE id = 'one') THEN
    INSERT INTO history (id, product) VALUES ('one', '8.0');
  END IF;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM history WHERE id = 'two') THEN
    ALTER TABLE a RENAME COLUMN note TO remark;
    CREATE INDEX a_remark ON a (remark);
  END IF;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM history WHERE id = 'two') THEN
    INSERT INTO history (id, product) VALUES ('two', '8.0') ON CONFLICT (id) DO NOTHING;
  END IF;
END $$;
DO $$
DECLARE
  name text := 'three';
BEGIN
  IF EXISTS (SELECT FROM history AS h WHERE h.id = name) THEN
    DROP TABLE a;
  END IF;
END $$;
