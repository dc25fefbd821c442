CREATE TABLE measure (taken date NOT NULL, value real) PARTITION BY RANGE (taken);
CREATE TABLE k1 (id integer);
CREATE TABLE k2 (id integer);
-- A set among the outputs, within a cast, and two of them side by side.
DO $$
DECLARE
  d date;
BEGIN
  FOR d IN SELECT generate_series('2024-01-01'::date, '2024-03-01'::date, '1 month'::interval)::date LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF measure FOR VALUES FROM (%L) TO (%L)',
      'measure_' || to_char(d, 'YYYY') || 'm' || to_char(d, 'MM'), d, (d + interval '1 month')::date);
  END LOOP;
END $$;
DO $$
DECLARE
  t text;
  c text;
BEGIN
  FOR t, c IN SELECT unnest(ARRAY['k1', 'k2']), 'col_' || unnest(ARRAY['a', 'b']) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN %I integer', t, c);
  END LOOP;
  FOR t, c IN SELECT * FROM unnest(ARRAY['k1', 'k2'], ARRAY['p', 'q']) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN %I integer', t, c);
  END LOOP;
  FOR t, c IN SELECT name, ord FROM unnest(ARRAY['k1', 'k2']) WITH ORDINALITY AS u(name, ord) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN o%s integer', t, c);
  END LOOP;
  FOR t, c IN SELECT * FROM (VALUES ('k1', 'v'), ('k2', 'w')) AS v(tab, col) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN %I integer', t, c);
  END LOOP;
  FOR t IN SELECT regexp_split_to_table('k1 k2', '\s+') LOOP
    EXECUTE 'ALTER TABLE ' || t || ' ADD z integer';
  END LOOP;
END $$;
-- Arrays of arrays: whole rows with SLICE, else every element.
DO $$
DECLARE
  rows text[] := ARRAY[['k1', 'r'], ['k2', 's']];
  r text[];
  e text;
BEGIN
  FOREACH r SLICE 1 IN ARRAY rows LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN %I integer', r[1], r[2]);
  END LOOP;
  FOREACH e IN ARRAY rows LOOP
    EXECUTE format('CREATE SEQUENCE seq_%s', e);
  END LOOP;
END $$;
-- Names that functions of texts and numbers make.
DO $$
BEGIN
  EXECUTE format('ALTER TABLE k1 ADD %I integer, ADD %I integer, ADD %I integer', initcap('foo bar'),
    concat_ws('_', 'a', NULL, 'c'), substring('abc_made' FROM 5) || substr('zzyx', 3, 1) || substring('x17y' FROM '\d+'));
  EXECUTE format('ALTER TABLE k2 ADD %I integer, ADD %I integer', repeat('q', 2) || chr(65) || nullif('m', 'n') || greatest('a', 'b')
    || translate('abc', 'ab', 'x') || reverse('op') || 7 / 2 || mod(7, 4) || round(2.6)::integer || 2.5::integer,
    trim(BOTH '_' FROM '__core__') || btrim('xyx', 'x') || ltrim('  l') || split_part('a.b.c', '.', -1) || left(md5('a'), 4));
  IF 'k1' ~ '^[[:alpha:]][[:digit:]]$' AND 'id' !~ '[[:digit:]]' AND 'a word' ~ '\yword\y' THEN
    CREATE INDEX by_pattern ON k1 (id);
  END IF;
END $$;
