-- Partitions of days, weeks and months, made of the clock as migrations run.
CREATE TABLE visit (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  page text NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

CREATE TRIGGER seen BEFORE UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION seen();

CREATE FUNCTION add_day(target text, of date, fill int DEFAULT 90) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  day varchar;
  name varchar;
BEGIN
  SELECT to_char(of, 'YYYYMMDD') INTO day;
  SELECT lower(format('%s_%s', target, day)) INTO name;
  IF EXISTS (SELECT 1 FROM pg_tables WHERE tablename = name) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING INDEXES)', name, target);
  EXECUTE format('ALTER TABLE %I SET (fillfactor = %s, autovacuum_vacuum_scale_factor = ''0.1'')', name, fill);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                 target, name, of::text, (of + INTERVAL '1 day')::date);
  EXECUTE format('CLUSTER %I USING %I', name, name || '_pkey');
  EXECUTE format('COMMENT ON TABLE %I IS %L', name, 'visits of one day');
  RETURN true;
END
$$;

SELECT add_day('visit', NOW()::date);
SELECT add_day('visit', (NOW() + INTERVAL '1 day')::date, 80);
CREATE INDEX visit_page_idx ON visit (page);

-- Weeks that start on Mondays, each with partitions of its own.
CREATE TABLE job (id bigint NOT NULL, state text NOT NULL, at timestamp NOT NULL)
  PARTITION BY RANGE (at);

DO $$
DECLARE
  monday date := date_trunc('week', CURRENT_DATE);
  name text := 'job_' || to_char(monday, 'IYYY"w"IW');
  state text;
BEGIN
  EXECUTE 'CREATE TABLE ' || name || ' PARTITION OF job FOR VALUES FROM ('
    || quote_literal(monday) || ') TO (' || quote_literal(monday + 7) || ') PARTITION BY LIST (state)';
  FOREACH state IN ARRAY ARRAY['open', 'done'] LOOP
    EXECUTE format('CREATE TABLE %s_%s PARTITION OF %1$s FOR VALUES IN (%2$L)', name, state);
  END LOOP;
END $$;

ALTER TABLE job ADD PRIMARY KEY (id, state, at);

-- Months that inherit, with checks that say which month it is.
CREATE TABLE reading (id bigint NOT NULL, taken date NOT NULL DEFAULT CURRENT_DATE, value numeric);

DO $$
DECLARE
  start date := date_trunc('month', now())::date;
  name text;
BEGIN
  FOR i IN 0..2 LOOP
    name := 'reading_' || to_char(start, 'YYYY_MM');
    EXECUTE format('CREATE TABLE %I (CHECK (taken >= DATE %L AND taken < DATE %L)) INHERITS (reading)',
                   name, start, (start + INTERVAL '1 month')::date);
    EXECUTE format('CREATE INDEX %I ON %I (taken)', name || '_taken_idx', name);
    start := start + INTERVAL '1 month';
  END LOOP;
END $$;

-- Hours and years, in another time zone.
SET timezone TO 'Pacific/Auckland';
CREATE TABLE tick (at timestamptz NOT NULL) PARTITION BY RANGE (at);
DO $$
DECLARE
  first timestamptz := date_trunc('year', CURRENT_TIMESTAMP);
  year int := extract(year FROM first);
BEGIN
  EXECUTE format('CREATE TABLE tick_%s PARTITION OF tick FOR VALUES FROM (%L) TO (%L)',
                 year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
END $$;
RESET timezone;
