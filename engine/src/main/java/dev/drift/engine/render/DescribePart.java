package dev.drift.engine.render;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Policy;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.RewriteRule;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What belongs to a table, in one line of SQL's words. */
final class DescribePart {
  private DescribePart() {}

  static String column(Column column) {
    var words = new ArrayList<String>(List.of(Types.sql(column.type())));
    column.collation().ifPresent(collation -> words.add("COLLATE " + collation));
    if (column.notNull()) {
      words.add("NOT NULL");
    }
    column.defaultValue().ifPresent(value -> words.add("DEFAULT " + value.sql()));
    column
        .generated()
        .ifPresent(value -> words.add("GENERATED ALWAYS AS (" + value.expression().sql() + ")"));
    column.identity().ifPresent(identity -> words.add(DescribeAttribute.value(identity)));
    return String.join(" ", words);
  }

  static String foreignKey(ForeignKey key) {
    return "FOREIGN KEY "
        + columns(key.columns())
        + " REFERENCES "
        + Identifiers.quote(key.referenced().schema(), key.referenced().name())
        + " "
        + columns(key.referencedColumns())
        + action(" ON UPDATE ", key.onUpdate())
        + action(" ON DELETE ", key.onDelete())
        + deferral(key.deferral())
        + (key.validated() ? "" : " NOT VALID");
  }

  private static String action(String event, ForeignKey.Action action) {
    return action == ForeignKey.Action.NO_ACTION ? "" : event + action.sql();
  }

  static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case DEFERRABLE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  static String index(Index index) {
    return (index.unique() ? "UNIQUE " : "")
        + index.method()
        + index.keys().stream().map(DescribePart::key).collect(Collectors.joining(", ", " (", ")"))
        + (index.include().isEmpty() ? "" : " INCLUDE " + columns(index.include()))
        + index.predicate().map(predicate -> " WHERE " + predicate.sql()).orElse("")
        + (index.valid() ? "" : " INVALID");
  }

  static String key(IndexKey key) {
    boolean nullsDefault = key.nullsFirst() == key.descending();
    return key.expression().sql()
        + key.collation().map(collation -> " COLLATE " + collation).orElse("")
        + key.operatorClass().map(name -> " " + name).orElse("")
        + (key.operatorClassOptions().isEmpty()
            ? ""
            : " (" + DescribeAttribute.value(key.operatorClassOptions()) + ")")
        + (key.descending() ? " DESC" : "")
        + (nullsDefault ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }

  static String trigger(Trigger trigger) {
    return trigger.timing().toUpperCase(Locale.ROOT)
        + " "
        + trigger.events().stream()
            .map(event -> event.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(" OR "))
        + (trigger.forEachRow() ? " FOR EACH ROW" : " FOR EACH STATEMENT")
        + " EXECUTE FUNCTION "
        + trigger.function()
        + "()";
  }

  static String rule(RewriteRule rule) {
    return "ON "
        + rule.event().toUpperCase(Locale.ROOT)
        + rule.condition().map(condition -> " WHERE " + condition.sql()).orElse("")
        + (rule.instead() ? " DO INSTEAD " : " DO ALSO ")
        + (rule.commands().isEmpty()
            ? "NOTHING"
            : rule.commands().stream().map(Query::sql).collect(Collectors.joining("; ")));
  }

  static String policy(Policy policy) {
    return "FOR "
        + policy.command().toUpperCase(Locale.ROOT)
        + " TO "
        + String.join(", ", policy.roles())
        + policy.using().map(condition -> " USING (" + condition.sql() + ")").orElse("")
        + policy.check().map(condition -> " WITH CHECK (" + condition.sql() + ")").orElse("");
  }

  static String columns(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
  }
}
