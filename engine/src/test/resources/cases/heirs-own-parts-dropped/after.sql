CREATE TABLE p (a int);
CREATE TABLE c (b int) INHERITS (p);
CREATE TABLE g (b int) INHERITS (c);
