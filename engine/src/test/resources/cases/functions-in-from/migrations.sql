-- A whole row of a function that yields values is its value; one that yields rows stays a row.
CREATE TABLE book (id int PRIMARY KEY, code varchar(20), tags varchar(10)[], extra jsonb);

CREATE FUNCTION one(n int, OUT result int) RETURNS SETOF int LANGUAGE sql AS 'SELECT n';
CREATE FUNCTION some_books() RETURNS SETOF book LANGUAGE sql AS 'SELECT * FROM public.book';

CREATE VIEW whole AS
  SELECT (SELECT jsonb_agg(e) FROM jsonb_array_elements(extra) e) AS elements,
    (SELECT jsonb_agg(e.value ORDER BY e) FROM jsonb_array_elements(extra) e WHERE e ->> 'a' = 'b') AS picked,
    (SELECT string_agg(t, ', ') FROM jsonb_array_elements_text(extra) t) AS texts,
    (SELECT string_agg(t, ', ') FROM jsonb_array_elements_text(extra) AS t (word)) AS words,
    (SELECT array_agg(k) FROM jsonb_object_keys(extra) k) AS keys,
    (SELECT array_agg(t) FROM unnest(tags) t) AS tags,
    (SELECT count(p) FROM jsonb_each(extra) p) AS pairs,
    (SELECT count(e) FROM jsonb_array_elements(extra) WITH ORDINALITY e) AS numbered,
    (SELECT sum(o) FROM one(3) o) AS ones,
    (SELECT count(b) FROM some_books() b) AS books
  FROM book;

-- A cast goes beneath COLLATE.
CREATE VIEW collated AS
  SELECT code COLLATE "C" < 'b' AS less, (code COLLATE "C")::text AS text, lower(code COLLATE "C") AS low FROM book;
CREATE INDEX book_code ON book ((code COLLATE "C" || 'x'));
CREATE INDEX book_qualified ON book ((code COLLATE pg_catalog."C"), (lower(code) COLLATE "C"));
