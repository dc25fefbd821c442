CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text, score integer DEFAULT 1, code text NOT NULL);
INSERT INTO users VALUES (1, 'a', 'x', 2, 'c');
