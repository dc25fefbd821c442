CREATE TABLE author (id integer, name text);
CREATE TABLE book (id integer, title text);
CREATE VIEW shared AS SELECT x.*, count(*) FROM author JOIN book USING (id) AS x WHERE x.id > 1 GROUP BY x.id;
CREATE VIEW as_row AS SELECT row_to_json(x) FROM author JOIN book USING (id) AS x;
CREATE VIEW from_left AS SELECT x.id, name, title FROM author LEFT JOIN book USING (id) AS x;
CREATE VIEW from_right AS SELECT x.id, name, title FROM author RIGHT JOIN book USING (id) AS x;
CREATE VIEW from_both AS SELECT x.id, name, title FROM author FULL JOIN book USING (id) AS x;
