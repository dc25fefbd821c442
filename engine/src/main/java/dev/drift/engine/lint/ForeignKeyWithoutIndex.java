package dev.drift.engine.lint;

import dev.drift.engine.diff.Origins;
import dev.drift.engine.diff.Severity;
import dev.drift.engine.event.Origin;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A foreign key in the end without an index that starts with its columns. */
final class ForeignKeyWithoutIndex implements Rule {
  @Override
  public List<Advice> check(Story story) {
    SchemaModel model = story.replayed().model();
    var origins = new Origins(story.replayed().events());
    var advice = new ArrayList<Advice>();
    for (SchemaObject object : model.ofKind(Kind.FOREIGN_KEY)) {
      var key = (ForeignKey) object;
      ObjectId table = key.id().parentTable();
      Optional<Origin> place = origins.of(key.id(), Optional.empty());
      if (place.isPresent() && model.contains(table) && !isIndexed(key, table, model)) {
        advice.add(advice(key, place.get()));
      }
    }
    return advice;
  }

  private static Advice advice(ForeignKey key, Origin place) {
    return new Advice(
        "foreign-key-without-index",
        Severity.WARNING,
        Optional.of(key.id()),
        place,
        "Foreign key %s has no index: each delete or key update in %s reads all of %s.%s."
            .formatted(
                key.id().name(), key.referenced().path(), key.id().schema(), key.id().parent()),
        "Create an index on %s (%s)."
            .formatted(
                Identifiers.quote(key.id().schema(), key.id().parent()),
                String.join(", ", key.columns().stream().map(Identifiers::quote).toList())));
  }

  private static boolean isIndexed(ForeignKey key, ObjectId table, SchemaModel model) {
    Set<String> wanted = new HashSet<>(key.columns());
    return model.childrenOf(table).stream()
        .map(ForeignKeyWithoutIndex::columns)
        .filter(columns -> columns.size() >= wanted.size())
        .anyMatch(columns -> wanted.equals(new HashSet<>(columns.subList(0, wanted.size()))));
  }

  private static List<String> columns(SchemaObject object) {
    return switch (object) {
      case PrimaryKey key -> key.columns();
      case Unique unique -> unique.columns();
      case Index index ->
          index.predicate().isPresent()
              ? List.of()
              : index.keys().stream().map(each -> unquoted(each.expression().sql())).toList();
      default -> List.of();
    };
  }

  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
