-- An index over a constant lets one row in; intervals are written as the server reads them.
CREATE TABLE setting (id int, name text, wait interval(3) CHECK (wait < '1 year 2 mons -3 days 04:05:06.7'));
CREATE UNIQUE INDEX one_row ON setting ((true));
CREATE UNIQUE INDEX one_name ON setting ((1), lower(name)) WHERE name IS NOT NULL;
