-- Default privileges that leave nothing to anybody count for nothing: what is made has the usual ones.
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM CURRENT_USER;
CREATE TABLE plain (id int);
CREATE SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE app.told (id int);
