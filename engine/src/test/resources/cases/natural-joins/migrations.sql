-- Without common columns there is nothing to join by.
create table t1(a int); create table t2(b int); create table t3(a int, c int);
create view v1 as select * from t1 natural join t2;
create view v2 as select * from t1 natural left join t2;
create view v3 as select * from t1 natural full join t3;
create view v4 as select * from t1 join t2 on true;
