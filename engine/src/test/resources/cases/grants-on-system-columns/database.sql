CREATE TABLE pages (id int, title text);
CREATE TABLE taken (id int);
CREATE MATERIALIZED VIEW titles AS SELECT title FROM pages;
GRANT SELECT (ctid) ON pages TO PUBLIC;
GRANT SELECT (cmax) ON taken TO PUBLIC;
