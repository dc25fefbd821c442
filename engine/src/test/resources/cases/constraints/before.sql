CREATE TABLE owner (id integer PRIMARY KEY, code text);
CREATE TABLE pet (id integer, owner_id integer, name text, age integer, CONSTRAINT old_age CHECK (age > 0), CONSTRAINT pet_name UNIQUE (name));
ALTER TABLE pet ADD CONSTRAINT pet_owner FOREIGN KEY (owner_id) REFERENCES owner (id);
ALTER TABLE pet ADD CONSTRAINT later CHECK (age < 100) NOT VALID;
INSERT INTO owner VALUES (1, 'a');
INSERT INTO pet VALUES (1, 1, 'rex', 3);
