package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Policy;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies: dropped and created in one transaction when anything changes. */
final class PolicyRule implements Rule<Policy> {
  @Override
  public List<Action> create(Policy policy, Scene scene) {
    var sql = new StringBuilder("CREATE POLICY " + quote(policy.id().name()));
    sql.append(" ON ").append(Sql.owner(policy.id()));
    if (!policy.permissive()) {
      sql.append(" AS RESTRICTIVE");
    }
    if (!policy.command().equals("all")) {
      sql.append(" FOR ").append(policy.command().toUpperCase(Locale.ROOT));
    }
    sql.append(" TO ")
        .append(policy.roles().stream().map(PolicyRule::role).collect(Collectors.joining(", ")));
    policy.using().ifPresent(using -> sql.append("\n  USING (").append(using).append(')'));
    policy.check().ifPresent(check -> sql.append("\n  WITH CHECK (").append(check).append(')'));
    return List.of(
        Action.of(Verb.CREATE, policy.id(), "create " + policy.id(), sql.toString())
            .resolvingNames()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .hazard(Hazard.CHANGES_ACCESS)
            .guarded(Guard.when("NOT " + has(policy, "true"))));
  }

  private static String role(String name) {
    return switch (name) {
      case "public" -> "PUBLIC";
      case "current_user" -> "CURRENT_USER";
      default -> quote(name);
    };
  }

  @Override
  public List<Action> drop(Policy policy, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                policy.id(),
                "drop " + policy.id(),
                "DROP POLICY " + quote(policy.id().name()) + " ON " + Sql.owner(policy.id()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .hazard(Hazard.CHANGES_ACCESS)
            .when(has(policy, "true")));
  }

  @Override
  public Change change(Policy before, Policy after, Set<String> attributes, Scene scene) {
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      old.add(
          switch (attribute) {
            case "permissive" -> (before.permissive() ? "" : "NOT ") + "p.polpermissive";
            case "command" -> "p.polcmd = '" + code(before.command()) + "'";
            case "roles" ->
                "ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END FROM"
                    + " unnest(p.polroles) r ORDER BY 1) = ARRAY(SELECT r FROM unnest("
                    + Shape.textArray(before.roles())
                    + ") r ORDER BY 1)";
            case "using" ->
                Shape.queryIs(
                    "pg_get_expr(p.polqual, p.polrelid)",
                    before.using().map(expression -> expression.sql()));
            case "check" ->
                Shape.queryIs(
                    "pg_get_expr(p.polwithcheck, p.polrelid)",
                    before.check().map(expression -> expression.sql()));
            default -> "true";
          });
    }
    return new Change.Rebuild(has(before, Shape.all(old)), false);
  }

  private static char code(String command) {
    return switch (command) {
      case "select" -> 'r';
      case "insert" -> 'a';
      case "update" -> 'w';
      case "delete" -> 'd';
      default -> '*';
    };
  }

  private static String has(Policy policy, String condition) {
    return "EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = "
        + Shape.owner(policy.id())
        + " AND p.polname = "
        + literal(policy.id().name())
        + " AND "
        + condition
        + ")";
  }
}
