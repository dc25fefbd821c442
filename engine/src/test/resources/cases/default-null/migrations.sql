-- The server keeps DEFAULT NULL only where the type has a modifier.
CREATE TABLE parcel (
    id bigint PRIMARY KEY,
    note text DEFAULT NULL,
    sender varchar(40) DEFAULT NULL,
    weight numeric(8, 3) DEFAULT NULL::numeric,
    sent_at timestamp(3) DEFAULT NULL
);
ALTER TABLE parcel ALTER COLUMN note SET DEFAULT NULL;
CREATE TABLE spans (a interval(3) DEFAULT NULL, b interval DEFAULT NULL, c interval day to second(3) DEFAULT NULL, d interval(3) DEFAULT NULL::interval, e interval(3)[] DEFAULT NULL, f interval(3)[] DEFAULT '{}', g interval(3) DEFAULT '1 day');
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN plain_span AS span DEFAULT NULL;
CREATE DOMAIN short AS varchar(20) DEFAULT NULL;
CREATE DOMAIN number AS integer DEFAULT 1;
ALTER DOMAIN number SET DEFAULT NULL;
-- A NULL of another type is one that is coerced.
CREATE TABLE coerced (a text DEFAULT NULL::varchar, b int DEFAULT NULL::bigint, c text DEFAULT NULL::text, d int DEFAULT NULL::int4, e oid DEFAULT NULL::regclass, f text DEFAULT NULL::varchar(3), g span DEFAULT NULL::span, h number DEFAULT NULL::number, i text[] DEFAULT NULL::text[], j varchar[] DEFAULT NULL::text[]);
-- A NULL of the column's own type is a plain NULL however it is spelled; one of another type is not.
CREATE TYPE mood AS ENUM ('glad');
CREATE TABLE nulls (a text DEFAULT NULL::character varying, b text DEFAULT NULL::text, c varchar(10) DEFAULT NULL::varchar, d varchar DEFAULT NULL::varchar(10), e bigint DEFAULT NULL::int, f text DEFAULT CAST(NULL AS text), g float DEFAULT NULL::float8, h varchar[] DEFAULT NULL::varchar[], i mood DEFAULT NULL::mood, j varchar(9) DEFAULT NULL::varchar(9));
ALTER TABLE nulls ADD k text DEFAULT NULL::name, ALTER e SET DEFAULT NULL::int8, ALTER f SET DEFAULT NULL::name;
