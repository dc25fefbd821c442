-- What an heir has of its own and of its parent can go there only once it is gone above.
CREATE TABLE p (a int);
CREATE TABLE c (b int) INHERITS (p);
CREATE TABLE g (b int) INHERITS (c);
ALTER TABLE g ADD COLUMN z int;
ALTER TABLE g ADD COLUMN x int;
ALTER TABLE c ADD COLUMN x int;
ALTER TABLE p ADD COLUMN x int;
ALTER TABLE p ADD CONSTRAINT k CHECK (a > 0);
ALTER TABLE g ADD CONSTRAINT k CHECK (a > 0);
