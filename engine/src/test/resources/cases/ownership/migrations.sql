DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_other') THEN CREATE ROLE drift_other; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_admin') THEN CREATE ROLE drift_admin SUPERUSER; END IF;
END $$;
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
GRANT EXECUTE ON FUNCTION total(int) TO drift_other;
CREATE TYPE span AS RANGE (subtype = float8);
GRANT USAGE ON TYPE span TO drift_other;
CREATE TYPE pair AS (a int);
REVOKE USAGE ON TYPE pair FROM PUBLIC;
CREATE FOREIGN DATA WRAPPER fdw; CREATE SERVER srv FOREIGN DATA WRAPPER fdw;
GRANT USAGE ON FOREIGN DATA WRAPPER fdw TO drift_other; GRANT USAGE ON FOREIGN SERVER srv TO drift_other;
CREATE FOREIGN TABLE ft (a int) SERVER srv; GRANT SELECT (a), INSERT ON ft TO drift_other;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a; GRANT ALL ON mv TO PUBLIC;
SET ROLE drift_admin;
CREATE TABLE theirs (id serial, u int GENERATED ALWAYS AS IDENTITY);
GRANT SELECT ON theirs TO postgres;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO drift_other;
CREATE TABLE theirs2 (id int);
CREATE DOMAIN numbers AS int[];
RESET ROLE;
CREATE TABLE mine (id int);
CREATE SCHEMA AUTHORIZATION drift_admin CREATE TABLE inside (id int);
REASSIGN OWNED BY drift_admin TO drift_other;
ALTER TYPE span OWNER TO drift_admin;
ALTER AGGREGATE total(int) OWNER TO drift_admin;
ALTER SCHEMA public OWNER TO drift_admin;
GRANT ALL ON SCHEMA public TO CURRENT_USER;
-- What was granted to a role goes with DROP OWNED; default privileges that say nothing new are not kept.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'drift_leaving') THEN CREATE ROLE drift_leaving; END IF;
END $$;
CREATE SCHEMA left_behind;
ALTER DEFAULT PRIVILEGES IN SCHEMA left_behind GRANT USAGE ON SEQUENCES TO drift_leaving;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO drift_leaving;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO drift_leaving, drift_other;
CREATE SCHEMA granted;
DROP OWNED BY drift_leaving;
