package dev.drift.engine.catalog;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Aggregate;
import dev.drift.engine.model.Aggregate.State;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code pg_aggregate} to {@link Aggregate}. */
final class AggregateReader implements CatalogReader {
  @Override
  public String family() {
    return "aggregates";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(
              schema -> reading.add("pg_proc", row.text("oid"), aggregate(row, schema, reading)));
    }
  }

  private static Aggregate aggregate(CatalogRow row, String schema, Reading reading) {
    List<Parameter> parameters = parameters(row, reading);
    String types =
        parameters.stream()
            .map(parameter -> Types.argument(parameter.type()))
            .collect(Collectors.joining(", "));
    return new Aggregate(
        ObjectId.of(Kind.AGGREGATE, schema, row.text("name") + '(' + types + ')'),
        parameters,
        switch (row.text("kind")) {
          case "o" -> "ordered-set";
          case "h" -> "hypothetical-set";
          default -> "normal";
        },
        row.number("direct"),
        state(row, "", reading),
        row.absent("moving_type") ? Optional.empty() : Optional.of(state(row, "moving_", reading)),
        routine(row, "combine", reading),
        routine(row, "serialize", reading),
        routine(row, "deserialize", reading),
        reading.referent("pg_operator", row.optional("sort_operator")),
        Codes.parallel(row.text("parallel")));
  }

  private static List<Parameter> parameters(CatalogRow row, Reading reading) {
    List<String> types = row.texts("types");
    List<String> modes = row.texts("modes");
    List<String> names = row.texts("names");
    var parameters = new ArrayList<Parameter>();
    for (int i = 0; i < types.size(); i++) {
      Mode mode = modes.isEmpty() ? Mode.IN : RoutineReader.mode(modes.get(i));
      String name = names.isEmpty() ? "" : names.get(i);
      parameters.add(new Parameter(mode, name, reading.type(types.get(i)), Optional.empty()));
    }
    return parameters;
  }

  private static State state(CatalogRow row, String prefix, Reading reading) {
    return new State(
        reading.referent("pg_proc", row.text(prefix + "transition")),
        reading.type(row.text(prefix + "type")),
        row.number(prefix + "space"),
        prefix.isEmpty() ? Optional.empty() : routine(row, "moving_inverse", reading),
        routine(row, prefix + "final", reading),
        row.flag(prefix + "final_extra"),
        Codes.modification(row.text(prefix + "final_modify")),
        row.optional(prefix + "initial"));
  }

  private static Optional<QualifiedName> routine(CatalogRow row, String column, Reading reading) {
    return reading.referent("pg_proc", row.optional(column));
  }
}
