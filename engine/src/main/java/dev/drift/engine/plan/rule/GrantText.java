package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.dollarQuote;
import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Grantable;
import dev.drift.engine.model.Grant;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** GRANT and REVOKE, written for one object. */
final class GrantText implements GrantSteps.Text {
  private final ObjectId target;
  private final SchemaModel model;
  private final int major;

  GrantText(ObjectId target, Scene scene) {
    this.target = target;
    this.model = scene.target();
    this.major = scene.major();
  }

  @Override
  public String grant(Collection<Grant> grants) {
    Grant first = grants.iterator().next();
    return as(
        first,
        "GRANT " + rights(grants) + " ON " + object() + " TO ",
        first.grantable() ? " WITH GRANT OPTION" : "");
  }

  @Override
  public String revoke(Collection<Grant> grants) {
    Grant first = grants.iterator().next();
    return as(
        first,
        "REVOKE " + rights(grants) + " ON " + object() + " FROM ",
        grants.stream().anyMatch(Grant::grantable) ? " CASCADE" : "");
  }

  @Override
  public String revokeOption(Collection<Grant> grants) {
    return as(
        grants.iterator().next(),
        "REVOKE GRANT OPTION FOR " + rights(grants) + " ON " + object() + " FROM ",
        " CASCADE");
  }

  private String as(Grant grant, String start, String end) {
    String statement =
        grant.grantee().equals(Grant.OWNER)
            ? toOwner(start, end)
            : start + role(grant.grantee()) + end;
    return grant.grantor().equals(Grant.OWNER)
        ? statement
        : "SET LOCAL ROLE " + quote(grant.grantor()) + ";\n" + statement + ";\nRESET ROLE";
  }

  /** Who the owner is is known where the statement runs. */
  private String toOwner(String start, String end) {
    return "DO "
        + dollarQuote(
            " BEGIN EXECUTE format("
                + literal(start.replace("%", "%%") + "%I" + end)
                + ", "
                + ownerOf(target)
                + "); END ",
            "owner");
  }

  /** {@return a role as it stands in a statement} */
  static String role(String name) {
    return switch (name) {
      case Grant.PUBLIC -> "PUBLIC";
      case "current_user" -> "CURRENT_USER";
      default -> quote(name);
    };
  }

  private String rights(Collection<Grant> grants) {
    Set<String> names = new LinkedHashSet<>();
    List<String> all = Grantable.of(target.kind()).orElseThrow().rights(major);
    Set<String> given = grants.stream().map(Grant::privilege).collect(Collectors.toSet());
    if (given.containsAll(all) && all.size() > 1) {
      names.add("ALL");
    } else {
      all.stream().filter(given::contains).forEach(names::add);
    }
    String columns = target.kind() == Kind.COLUMN ? " (" + quote(target.name()) + ")" : "";
    return names.stream().map(name -> name + columns).collect(Collectors.joining(", "));
  }

  private String object() {
    return switch (target.kind()) {
      case COLUMN -> "TABLE " + Sql.owner(target);
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + Sql.name(target);
      case FUNCTION, AGGREGATE -> "FUNCTION " + RoutineText.signature(target, model);
      case PROCEDURE -> "PROCEDURE " + RoutineText.signature(target, model);
      case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, BASE_TYPE -> "TYPE " + Sql.name(target);
      case SERVER -> "FOREIGN SERVER " + Sql.name(target);
      default -> target.kind().words().toUpperCase(Locale.ROOT) + " " + Sql.name(target);
    };
  }

  private String ownerOf(ObjectId id) {
    return switch (Grantable.of(id.kind()).orElseThrow()) {
      case COLUMN -> ownerIn("pg_class", "relowner", "oid = " + Shape.owner(id));
      case TABLE, SEQUENCE ->
          ownerIn("pg_class", "relowner", "oid = " + Shape.relation(id.schema(), id.name()));
      case ROUTINE ->
          ownerIn(
              "pg_proc",
              "proowner",
              "oid = to_regprocedure(" + literal(RoutineText.signature(id, model)) + ")");
      case TYPE -> ownerIn("pg_type", "typowner", "oid = " + Shape.type(id));
      case SCHEMA -> ownerIn("pg_namespace", "nspowner", "nspname = " + literal(id.name()));
      case LANGUAGE -> ownerIn("pg_language", "lanowner", "lanname = " + literal(id.name()));
      case FOREIGN_DATA_WRAPPER ->
          ownerIn("pg_foreign_data_wrapper", "fdwowner", "fdwname = " + literal(id.name()));
      case SERVER -> ownerIn("pg_foreign_server", "srvowner", "srvname = " + literal(id.name()));
      case LARGE_OBJECT -> "CURRENT_USER";
    };
  }

  private static String ownerIn(String catalog, String column, String where) {
    return "(SELECT pg_get_userbyid(" + column + ") FROM " + catalog + " WHERE " + where + ")";
  }

  /** {@return the grants in groups that one statement can give or take} */
  static Collection<List<Grant>> groups(Collection<Grant> grants) {
    var groups = new TreeMap<Grant, List<Grant>>();
    for (Grant grant : grants) {
      var key = new Grant(grant.grantee(), grant.grantor(), "", grant.grantable());
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(grant);
    }
    return groups.values();
  }
}
