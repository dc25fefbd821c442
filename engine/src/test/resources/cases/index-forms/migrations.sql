CREATE TABLE docs (id uuid, title varchar(100), body text COLLATE "C", data jsonb, tags text[], during tsrange, n integer, at timestamptz, place point);
CREATE UNIQUE INDEX docs_id ON docs USING btree (id uuid_ops);
CREATE INDEX docs_title ON docs (title varchar_pattern_ops, n int4_ops DESC NULLS LAST);
CREATE INDEX docs_title_c ON docs (title COLLATE "C" text_pattern_ops);
CREATE INDEX docs_body ON docs (body COLLATE "C", (lower(body) COLLATE "POSIX"));
CREATE INDEX docs_data ON docs USING gin (data);
CREATE INDEX docs_data_path ON docs USING gin (data jsonb_path_ops, tags array_ops);
CREATE INDEX docs_field ON docs ((data ->> 'a'), ((data -> 'b' ->> 'c')::integer)) WHERE (data ? 'a');
CREATE INDEX docs_search ON docs USING gin (to_tsvector('simple', coalesce(title, '') || ' ' || body)) WITH (fastupdate = off);
CREATE INDEX docs_during ON docs USING gist (during);
CREATE INDEX docs_place ON docs USING spgist (place);
CREATE INDEX docs_at ON docs USING brin (at) WITH (pages_per_range = 32);
CREATE INDEX docs_hash ON docs USING hash (title);
CREATE INDEX docs_cover ON docs (n) INCLUDE (title, at) WITH (fillfactor = 70) WHERE n IS NOT NULL AND at > '2020-01-01'::timestamptz;
CREATE INDEX CONCURRENTLY IF NOT EXISTS docs_cover ON docs (id);
CREATE UNIQUE INDEX docs_nulls ON docs (n, at) NULLS NOT DISTINCT;
ALTER TABLE docs ADD CONSTRAINT docs_no_overlap EXCLUDE USING gist (during WITH &&) WHERE (n > 0);
ALTER TABLE docs ADD CONSTRAINT docs_once UNIQUE NULLS NOT DISTINCT (title, n);
ALTER INDEX docs_hash SET (fillfactor = 60);
DROP INDEX docs_place;
CREATE TABLE cast_to_their_own (
  a text,
  b varchar(20),
  c integer[],
  EXCLUDE USING btree ((a::text) WITH =)
);
CREATE INDEX ON cast_to_their_own ((a::text::text), (CAST(a AS text)), (b::varchar(20)), (c::int[]));
CREATE INDEX ON cast_to_their_own ((b::varchar), (b::text), (a::varchar));
