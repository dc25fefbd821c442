CREATE TABLE t (a int CONSTRAINT given NOT NULL, b int);
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'given' AND conrelid = 't'::regclass) THEN
    ALTER TABLE t RENAME CONSTRAINT given TO found;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 't_b_not_null' AND contype = 'n') THEN
    ALTER TABLE t ADD CONSTRAINT b_given NOT NULL b;
  END IF;
  IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'n' AND NOT convalidated) THEN
    ALTER TABLE t VALIDATE CONSTRAINT b_given;
    CREATE TABLE never ();
  END IF;
END $$;
