CREATE TABLE setting (id int, name text, wait interval);
INSERT INTO setting VALUES (1, 'a', '1 hour');
