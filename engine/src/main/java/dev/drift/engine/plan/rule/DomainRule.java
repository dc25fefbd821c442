package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Domains; another base type or collation needs a new domain. */
final class DomainRule implements Rule<DomainType> {
  @Override
  public List<Action> create(DomainType domain, Scene scene) {
    var sql = new StringBuilder("CREATE DOMAIN " + Sql.name(domain.id()));
    sql.append(" AS ").append(Types.sql(domain.base()));
    domain.collation().ifPresent(name -> sql.append(" COLLATE ").append(Sql.name(name)));
    domain.defaultValue().ifPresent(value -> sql.append(" DEFAULT ").append(Sql.operand(value)));
    if (domain.notNull()) {
      sql.append(named(domain)).append(" NOT NULL");
    }
    var statements = new ArrayList<String>(List.of(sql.toString()));
    if (domain.defaultValue().isEmpty() && beginsWithDefault(domain, scene)) {
      statements.add("ALTER DOMAIN " + Sql.name(domain.id()) + " DROP DEFAULT");
    }
    return List.of(
        Action.of(Verb.CREATE, domain.id(), "create " + domain.id(), Sql.statements(statements))
            .resolvingNames()
            .guarded(
                Guard.when(Shape.type(domain.id()) + " IS NULL")
                    .orElse(has(domain, "t.typtype = 'd'"))));
  }

  /** The name of the constraint behind NOT NULL, where somebody wrote it. */
  private static String named(DomainType domain) {
    return domain
        .notNullConstraint()
        .filter(it -> !it.chosen())
        .map(it -> " CONSTRAINT " + quote(it.name()))
        .orElse("");
  }

  private static Action rename(DomainType domain, String from, String to) {
    return Action.of(
            Verb.ALTER,
            domain.id(),
            "rename the not-null constraint of " + domain.id(),
            "ALTER DOMAIN "
                + Sql.name(domain.id())
                + " RENAME CONSTRAINT "
                + quote(from)
                + " TO "
                + quote(to))
        .guarded(Guard.when(isNotNull(domain, from)).orElse(isNotNull(domain, to)));
  }

  private static String isNotNull(DomainType domain, String constraint) {
    return has(
        domain,
        "EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'"
            + " AND k.conname = "
            + literal(constraint)
            + ")");
  }

  /** The server takes the default of a domain that the new one is over. */
  private static boolean beginsWithDefault(DomainType domain, Scene scene) {
    TypeName base = domain.base();
    return !base.array()
        && scene
            .target()
            .find(ObjectId.of(Kind.DOMAIN, base.schema(), base.name()), DomainType.class)
            .flatMap(DomainType::defaultValue)
            .isPresent();
  }

  @Override
  public List<Action> drop(DomainType domain, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                domain.id(),
                "drop " + domain.id(),
                "DROP DOMAIN " + Sql.name(domain.id()))
            .when(Shape.isType(domain.id())));
  }

  @Override
  public Change change(DomainType before, DomainType after, Set<String> attributes, Scene scene) {
    if (attributes.contains("base") || attributes.contains("collation")) {
      String base = "format_type(t.typbasetype, t.typtypmod)";
      String sameBase =
          attributes.contains("base")
              ? Shape.typeIs(base, before.base())
              : "t.typcollation = (SELECT oid FROM pg_collation x WHERE x.oid = t.typcollation"
                  + before
                      .collation()
                      .map(name -> " AND x.collname = '" + name.name().replace("'", "''") + "'")
                      .orElse(" AND x.collname = 'default'")
                  + ")";
      return new Change.Rebuild(has(before, sameBase), false);
    }
    var actions = new ArrayList<Action>();
    String alter = "ALTER DOMAIN " + Sql.name(after.id());
    if (attributes.contains("defaultValue")) {
      String value = "pg_get_expr(t.typdefaultbin, 0)";
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "change the default of " + after.id(),
                  alter
                      + after
                          .defaultValue()
                          .map(sql -> " SET DEFAULT " + sql)
                          .orElse(" DROP DEFAULT"))
              .resolvingNames()
              .when(has(before, Shape.textIs(value, before.defaultValue().map(old -> old.sql())))));
    }
    if (attributes.contains("notNull")) {
      Action action =
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  (after.notNull() ? "forbid" : "allow") + " null in " + after.id(),
                  alter
                      + (!after.notNull()
                          ? " DROP NOT NULL"
                          : named(after).isEmpty()
                              ? " SET NOT NULL"
                              : " ADD" + named(after) + " NOT NULL"))
              .when(has(before, after.notNull() ? "NOT t.typnotnull" : "t.typnotnull"));
      actions.add(
          after.notNull()
              ? action.in(Phase.VALIDATE).hazard(Hazard.SCANS_TABLE).hazard(Hazard.MAY_FAIL_ON_DATA)
              : action);
    }
    if (attributes.contains("notNullConstraint")) {
      before
          .notNullConstraint()
          .flatMap(
              old -> after.notNullConstraint().map(now -> rename(after, old.name(), now.name())))
          .ifPresent(actions::add);
    }
    return new Change.InPlace(actions);
  }

  @Override
  public List<Action> rebuild(DomainType before, DomainType after, String stillOld, Scene scene) {
    return TypeSwap.around(
        before.id(),
        create(after, scene),
        Shape.type(before.id()) + " IS NOT NULL\n   AND (" + stillOld + ")",
        "DOMAIN");
  }

  static String has(DomainType domain, String condition) {
    return "EXISTS (SELECT FROM pg_type t WHERE t.oid = "
        + Shape.type(domain.id())
        + " AND "
        + condition
        + ")";
  }
}
