
create trusted language "Lc" handler plpgsql_call_handler;
create function ff() returns int language "Lc" as 'begin return 1; end';
create function f2() returns int language 'Lc' as 'begin return 1; end';
alter language "Lc" rename to ld;
create type e as enum('a');
CREATE FUNCTION tf(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textlike_support';
create transform for e language ld (from sql with function tf(internal));
comment on language ld is 'x';
grant usage on language ld to pg_monitor;
create function f3(e) returns int language ld transform for type e as 'begin return 1; end';
alter language ld rename to "Le";
alter type e rename to e2;
