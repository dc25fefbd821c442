-- What is done to a composite type with CASCADE is done to the tables of it, and to their heirs.
CREATE TYPE public.k1 AS (a integer, b integer, c text);
CREATE TABLE public.t1 OF public.k1 (a primary key);
CREATE TABLE public.t2 OF public.k1;
create table t3 () inherits (t2);
create view v as select b from t2;
create index on t1 (b);
ALTER TYPE public.k1 DROP ATTRIBUTE if exists b CASCADE;
alter type k1 add attribute d numeric(5,2) cascade, alter attribute c set data type varchar(5) collate "C" cascade;
alter type k1 rename attribute a to aa cascade;
alter table t1 not of;
