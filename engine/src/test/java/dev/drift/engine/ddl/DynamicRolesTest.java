package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.diff.RoleVariables;
import dev.drift.engine.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles whose names code makes of what is not known. */
class DynamicRolesTest {
  private static final String TABLES =
      "CREATE TABLE t (a integer); CREATE TABLE language (b text);";

  private static final Script EXPECTED =
      Script.of(
              TABLES
                  + """
                  CREATE FUNCTION own_role(text) RETURNS text LANGUAGE sql AS
                    $$ SELECT current_database() || '_' || $1 $$;
                  CREATE FUNCTION allow(what text, kind text, role text) RETURNS void LANGUAGE plpgsql AS
                    $$ BEGIN
                      EXECUTE 'GRANT ' || what || ' ON ' || quote_ident(kind)
                        || ' TO ' || quote_ident(own_role(role));
                    END $$;
                  SELECT allow('SELECT', 't', 'reader');
                  SELECT allow('SELECT', 'language', 'writer');
                  SELECT allow('INSERT', 't', 'writer');
                  """)
          .clean();

  @Test
  void standForTheRolesThatHaveWhatTheyAreGranted() {
    assertEquals(
        privileges(
            "GRANT SELECT ON t TO shop_reader; GRANT INSERT ON t TO shop_writer;"
                + "GRANT SELECT ON language TO shop_writer"),
        boundTo(
            "GRANT SELECT ON t TO shop_reader, other; GRANT INSERT ON t TO shop_writer;"
                + "GRANT SELECT ON language TO shop_writer"));
  }

  @Test
  void standForNoRoleOfAnotherName() {
    assertEquals(
        EXPECTED.names(Kind.PRIVILEGES).size(),
        RoleVariables.bind(
                EXPECTED.replayed().model(),
                Script.of(TABLES + "GRANT SELECT ON t TO other").replayed().model())
            .open()
            .size());
  }

  private static List<String> privileges(String grants) {
    return Script.of(TABLES + grants).clean().replayed().model().ofKind(Kind.PRIVILEGES).stream()
        .map(Object::toString)
        .toList();
  }

  private static List<String> boundTo(String grants) {
    return RoleVariables.bind(
            EXPECTED.replayed().model(), Script.of(TABLES + grants).replayed().model())
        .model()
        .ofKind(Kind.PRIVILEGES)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
