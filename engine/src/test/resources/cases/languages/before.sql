CREATE LANGUAGE kept HANDLER plpgsql_call_handler;
CREATE LANGUAGE changed HANDLER plpgsql_call_handler;
CREATE LANGUAGE gone HANDLER plpgsql_call_handler;
CREATE FUNCTION f() RETURNS integer LANGUAGE changed AS 'begin return 1; end';
CREATE CONVERSION changed FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION gone FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE ACCESS METHOD gone TYPE INDEX HANDLER hashhandler;
