package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign servers: made anew for another wrapper or type. */
final class ForeignServerRule implements Rule<ForeignServer> {
  @Override
  public List<Action> create(ForeignServer server, Scene scene) {
    return List.of(
        Action.of(
                Verb.CREATE,
                server.id(),
                "create " + server.id(),
                "CREATE SERVER "
                    + quote(server.id().name())
                    + text(" TYPE ", server.type())
                    + text(" VERSION ", server.version())
                    + " FOREIGN DATA WRAPPER "
                    + quote(server.wrapper())
                    + ForeignOptionText.clause(server.options()))
            .when("NOT " + has(server, "true")));
  }

  @Override
  public List<Action> drop(ForeignServer server, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                server.id(),
                "drop " + server.id(),
                "DROP SERVER " + quote(server.id().name()))
            .when(has(server, "true")));
  }

  @Override
  public Change change(
      ForeignServer before, ForeignServer after, Set<String> attributes, Scene scene) {
    var old = new ArrayList<String>();
    if (attributes.contains("wrapper")) {
      old.add(
          "s.srvfdw = (SELECT oid FROM pg_foreign_data_wrapper WHERE fdwname = "
              + literal(before.wrapper())
              + ")");
    }
    if (attributes.contains("type")) {
      old.add(is("s.srvtype", before.type()));
    }
    if (!old.isEmpty()) {
      return new Change.Rebuild(has(before, Shape.all(old)), false);
    }
    var sql = new StringBuilder("ALTER SERVER " + quote(after.id().name()));
    if (attributes.contains("version")) {
      sql.append(" VERSION ").append(after.version().map(v -> literal(v)).orElse("NULL"));
      old.add(is("s.srvversion", before.version()));
    }
    if (attributes.contains("options")) {
      sql.append(' ').append(ForeignOptionText.change(before.options(), after.options()));
      old.add(ForeignOptionText.are("s.srvoptions", before.options()));
    }
    return new Change.InPlace(
        List.of(
            Action.of(Verb.ALTER, after.id(), "change " + after.id(), sql.toString())
                .when(has(after, Shape.all(old)))));
  }

  private static String text(String word, Optional<String> text) {
    return text.map(value -> word + literal(value)).orElse("");
  }

  private static String is(String column, Optional<String> text) {
    return text.map(value -> column + " = " + literal(value)).orElse(column + " IS NULL");
  }

  private static String has(ForeignServer server, String condition) {
    return "EXISTS (SELECT FROM pg_foreign_server s WHERE s.srvname = "
        + literal(server.id().name())
        + (condition.equals("true") ? "" : " AND " + condition)
        + ")";
  }
}
