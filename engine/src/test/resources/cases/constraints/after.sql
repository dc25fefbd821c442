CREATE TABLE owner (id integer PRIMARY KEY, code text UNIQUE);
CREATE TABLE pet (id integer PRIMARY KEY, owner_id integer, name text, age integer, owner_code text REFERENCES owner (code), CONSTRAINT old_age CHECK (age > 1), CONSTRAINT pet_name UNIQUE (name, age) DEFERRABLE);
ALTER TABLE pet ADD CONSTRAINT pet_owner FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE pet ADD CONSTRAINT later CHECK (age < 100);
ALTER TABLE pet ADD CONSTRAINT no_twins EXCLUDE USING btree (name WITH =, age WITH =);
