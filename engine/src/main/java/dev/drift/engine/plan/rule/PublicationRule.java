package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.Publication.Member;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Publications: made anew only where FOR ALL TABLES comes or goes. */
final class PublicationRule implements Rule<Publication> {
  @Override
  public List<Action> create(Publication publication, Scene scene) {
    List<String> objects = objects(publication);
    String what =
        publication.allTables()
            ? " FOR ALL TABLES"
            : objects.isEmpty() ? "" : "\n  FOR " + String.join(", ", objects);
    return List.of(
        Action.of(
                Verb.CREATE,
                publication.id(),
                "create " + publication.id(),
                "CREATE PUBLICATION "
                    + quote(publication.id().name())
                    + what
                    + "\n  WITH ("
                    + parameters(publication, scene, false)
                    + ")")
            .resolvingNames()
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .when("NOT " + has(publication, "true")));
  }

  @Override
  public List<Action> drop(Publication publication, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                publication.id(),
                "drop " + publication.id(),
                "DROP PUBLICATION " + quote(publication.id().name()))
            .when(has(publication, "true")));
  }

  @Override
  public Change change(Publication before, Publication after, Set<String> attributes, Scene scene) {
    if (attributes.contains("allTables")) {
      return new Change.Rebuild(
          has(before, (before.allTables() ? "" : "NOT ") + "p.puballtables"), false);
    }
    var actions = new ArrayList<Action>();
    if (attributes.contains("publish")
        || attributes.contains("viaRoot")
        || attributes.contains("generatedColumns")) {
      actions.add(
          alter(
              after,
              "change what " + after.id() + " does",
              "SET (" + parameters(after, scene, attributes.contains("generatedColumns")) + ")"));
    }
    if (attributes.contains("tables") || attributes.contains("schemas")) {
      List<String> objects = objects(after);
      if (objects.isEmpty()) {
        before.tables().forEach(member -> actions.add(without(before, member)));
        before.schemas().forEach(schema -> actions.add(without(before, schema)));
      } else {
        actions.add(
            alter(after, "change what is in " + after.id(), "SET " + String.join(", ", objects)));
      }
    }
    return new Change.InPlace(actions);
  }

  private static Action without(Publication publication, Member member) {
    ObjectId table = member.table();
    return alter(
            publication,
            "take " + table + " out of " + publication.id(),
            "DROP TABLE ONLY " + Sql.name(table))
        .when(
            has(
                publication,
                "EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid AND r.prrelid = "
                    + Shape.relation(table.schema(), table.name())
                    + ")"));
  }

  private static Action without(Publication publication, String schema) {
    return alter(
            publication,
            "take schema " + schema + " out of " + publication.id(),
            "DROP TABLES IN SCHEMA " + quote(schema))
        .when(
            has(
                publication,
                "EXISTS (SELECT FROM pg_publication_namespace n WHERE n.pnpubid = p.oid AND"
                    + " n.pnnspid = to_regnamespace("
                    + literal(quote(schema))
                    + "))"));
  }

  private static Action alter(Publication publication, String what, String clause) {
    return Action.of(
            Verb.ALTER,
            publication.id(),
            what,
            "ALTER PUBLICATION " + quote(publication.id().name()) + " " + clause)
        .resolvingNames()
        .locking(Lock.SHARE_UPDATE_EXCLUSIVE);
  }

  private static List<String> objects(Publication publication) {
    var tables = new ArrayList<String>();
    for (Member member : publication.tables()) {
      tables.add(
          "ONLY "
              + Sql.name(member.table())
              + (member.columns().isEmpty() ? "" : " (" + Sql.names(member.columns()) + ")")
              + member.condition().map(where -> " WHERE (" + where + ")").orElse(""));
    }
    var objects = new ArrayList<String>();
    if (!tables.isEmpty()) {
      objects.add("TABLE " + String.join(", ", tables));
    }
    if (!publication.schemas().isEmpty()) {
      objects.add("TABLES IN SCHEMA " + Sql.names(publication.schemas()));
    }
    return objects;
  }

  private static String parameters(Publication publication, Scene scene, boolean changed) {
    return "publish = "
        + literal(String.join(", ", publication.publish()))
        + (scene.major() >= 13 ? ", publish_via_partition_root = " + publication.viaRoot() : "")
        + (scene.major() >= 18 && (changed || !publication.generatedColumns().equals("none"))
            ? ", publish_generated_columns = " + publication.generatedColumns()
            : "");
  }

  private static String has(Publication publication, String condition) {
    return "EXISTS (SELECT FROM pg_publication p WHERE p.pubname = "
        + literal(publication.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
