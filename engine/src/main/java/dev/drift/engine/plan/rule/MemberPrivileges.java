package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.dollarQuote;
import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.DefaultPrivileges;
import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.SortedSet;

/**
 * What an extension's members get when they are made: what the default privileges of that moment
 * said, not what those of the database say now.
 */
final class MemberPrivileges {
  private static final String PUT_ASIDE =
      """
      DECLARE
        drift_aside text[];
        drift_back text[];
        drift_statement text;
      BEGIN
        WITH d AS (
          SELECT d.defaclobjtype AS type, d.defaclacl AS acl,
                 CASE d.defaclnamespace WHEN 0 THEN '' ELSE ' IN SCHEMA ' || d.defaclnamespace::regnamespace END AS place,
                 acldefault(CASE WHEN d.defaclnamespace <> 0 THEN 'c' WHEN d.defaclobjtype = 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)
                   AS usual -- in a schema nothing, as of columns
            FROM pg_default_acl d
           WHERE d.defaclrole = (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user)
             AND d.defaclnamespace IN (0, to_regnamespace(%1$s))),
        g AS (
          SELECT true AS given, d.type, d.place, a.grantee, a.privilege_type, a.is_grantable
            FROM d, aclexplode(d.acl) a WHERE to_jsonb(a) NOT IN (SELECT to_jsonb(u) FROM aclexplode(d.usual) u)
          UNION ALL
          SELECT false, d.type, d.place, u.grantee, u.privilege_type, u.is_grantable
            FROM d, aclexplode(d.usual) u WHERE to_jsonb(u) NOT IN (SELECT to_jsonb(a) FROM aclexplode(d.acl) a)),
        s AS (
          SELECT g.given, g.place,
                 g.privilege_type || ' ON ' || CASE g.type WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                   WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS what,
                 CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END AS who,
                 CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS option
            FROM g)
        SELECT array_agg('ALTER DEFAULT PRIVILEGES' || s.place || CASE WHEN s.given
                   THEN ' REVOKE ' || s.what || ' FROM ' || s.who ELSE ' GRANT ' || s.what || ' TO ' || s.who || s.option END
                 ORDER BY s.given DESC),
               array_agg('ALTER DEFAULT PRIVILEGES' || s.place || CASE WHEN s.given
                   THEN ' GRANT ' || s.what || ' TO ' || s.who || s.option ELSE ' REVOKE ' || s.what || ' FROM ' || s.who END
                 ORDER BY s.given)
          INTO drift_aside, drift_back
          FROM s;
        FOREACH drift_statement IN ARRAY coalesce(drift_aside, '{}') LOOP
          EXECUTE drift_statement;
        END LOOP;
        %2$s
        FOREACH drift_statement IN ARRAY coalesce(drift_back, '{}') LOOP
          EXECUTE drift_statement;
        END LOOP;
      END
      """;

  private MemberPrivileges() {}

  /** {@return {@code create}, run while the default privileges are what they were to be} */
  static String keptBy(String create, Extension extension, Scene scene) {
    boolean others =
        scene.actual().ofKind(Kind.DEFAULT_PRIVILEGES).stream()
            .map(defaults -> defaults.id().schema())
            .anyMatch(schema -> schema.isEmpty() || schema.equals(extension.schema()));
    if (!others && extension.memberGrants().isEmpty()) {
      return create;
    }
    var statements = new StringBuilder();
    set(extension, true, scene, statements);
    statements.append(create).append(";\n");
    set(extension, false, scene, statements);
    String body =
        PUT_ASIDE.formatted(
            literal(quote(extension.schema())), statements.toString().indent(2).strip());
    return "DO " + dollarQuote("\n" + body, "members");
  }

  /** Sets the default privileges of that moment, or takes them back. */
  private static void set(
      Extension extension, boolean there, Scene scene, StringBuilder statements) {
    extension
        .memberGrants()
        .forEach(
            (objects, grants) -> {
              SortedSet<Grant> usual =
                  Grantable.ofPlural(objects).orElseThrow().defaults(scene.major());
              SortedSet<Grant> from = there ? usual : grants;
              SortedSet<Grant> to = there ? grants : usual;
              var defaults = DefaultPrivileges.of("current_user", "", objects, to);
              for (Action action :
                  DefaultPrivilegesRule.steps(Verb.CREATE, defaults, from, to, scene)) {
                String statement = action.statement() + ";\n";
                statements.append(
                    action
                        .guard()
                        .when()
                        .map(when -> "IF " + when + " THEN\n  " + statement + "END IF;\n")
                        .orElse(statement));
              }
            });
  }
}
