CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FUNCTION take_note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER no_tables ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE PROCEDURE forbid();
CREATE EVENT TRIGGER notes ON ddl_command_end EXECUTE FUNCTION take_note();
CREATE EVENT TRIGGER extra ON ddl_command_end EXECUTE FUNCTION take_note();
