
-- A procedure goes by its inputs, and without modes by all its parameters.
CREATE PROCEDURE answer(OUT a int, IN b int, INOUT c text) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
CREATE PROCEDURE asked(OUT a int, b int) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
COMMENT ON PROCEDURE answer(int, int, text) IS 'by all';
ALTER PROCEDURE answer(int, text) SECURITY DEFINER;
DROP PROCEDURE asked(int, int);
