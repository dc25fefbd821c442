CREATE DOMAIN short AS varchar(5) DEFAULT 'x' NOT NULL CONSTRAINT short_check CHECK (VALUE <> 'never') CONSTRAINT more CHECK (length(VALUE) > 0);
CREATE DOMAIN changed AS bigint CHECK (VALUE > 0);
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE t (s short, c changed);
