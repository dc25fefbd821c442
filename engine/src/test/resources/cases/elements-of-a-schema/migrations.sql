CREATE SCHEMA shop
  CREATE UNIQUE INDEX article_name ON article (name)
  CREATE VIEW named AS SELECT id, name FROM article
  GRANT SELECT ON named TO PUBLIC
  CREATE TABLE article (id integer DEFAULT nextval('numbers'), name text UNIQUE)
  CREATE SEQUENCE numbers;
