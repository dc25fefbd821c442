-- %TYPE of columns of views, composite types and foreign tables.
create table t1(a int, b varchar(10)[], c numeric(5,2));
create type k as (x text, y int);
create view v1 as select a + 1.5 as x, b, count(*) as n from t1 group by 1, 2;
create materialized view m1 as select x, n from v1;
create foreign data wrapper w; create server s foreign data wrapper w;
create foreign table ft(q date) server s;
create function f1(v1.x%TYPE) returns m1.n%TYPE language sql as 'select 1::bigint';
create function f2(t1.b%TYPE, k.y%type, ft.q%type, t1.c%type) returns int language sql as 'select 1';
create function public.f3(public.v1.x%TYPE default 2) returns setof public.k.x%TYPE language sql as 'select null::text';
