package dev.drift.engine.catalog;

import dev.drift.engine.canon.Commands;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.Routine.Mode;
import dev.drift.engine.model.Routine.Parameter;
import dev.drift.engine.model.StandardBody;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code pg_proc} to {@link Routine}. */
final class RoutineReader implements CatalogReader {
  @Override
  public String family() {
    return "routines";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    Map<String, ObjectId> ids = new HashMap<>();
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(schema -> ids.put(row.text("oid"), id(row, schema, parameters(row, reading))));
    }
    for (CatalogRow row : rows) {
      Optional.ofNullable(ids.get(row.text("oid")))
          .map(id -> routine(row, id, uses(row, ids, reading), reading))
          .ifPresent(routine -> reading.add("pg_proc", row.text("oid"), routine));
    }
  }

  private static ObjectId id(CatalogRow row, String schema, List<Parameter> parameters) {
    return ObjectId.of(
        row.text("kind").equals("p") ? Kind.PROCEDURE : Kind.FUNCTION,
        schema,
        row.text("name") + '(' + inputTypes(parameters) + ')');
  }

  /** What an SQL-standard body reads and calls. */
  private static SortedSet<ObjectId> uses(
      CatalogRow row, Map<String, ObjectId> routines, Reading reading) {
    var uses = new TreeSet<ObjectId>();
    for (String oid : row.texts("relations")) {
      reading.ownRelation(oid).map(Relation::id).ifPresent(uses::add);
    }
    for (String oid : row.texts("routines")) {
      Optional.ofNullable(routines.get(oid)).ifPresent(uses::add);
    }
    return uses;
  }

  private static Routine routine(
      CatalogRow row, ObjectId id, SortedSet<ObjectId> uses, Reading reading) {
    List<Parameter> parameters = parameters(row, reading);
    Optional<String> standardBody = row.optional("standard_body");
    return new Routine(
        id,
        parameters,
        returns(row, id.kind(), parameters, reading),
        row.flag("returns_set"),
        row.text("language"),
        standardBody.isPresent() ? "" : body(row),
        standardBody.map(text -> standardBody(text, uses)),
        volatility(row.text("volatility")),
        row.flag("strict"),
        row.flag("security_definer"),
        row.flag("leakproof"),
        row.text("kind").equals("w"),
        Codes.parallel(row.text("parallel")),
        row.fraction("cost"),
        row.fraction("rows"),
        row.optional("support")
            .map(support -> new QualifiedName(row.text("support_schema"), support)),
        row.sequence("settings"));
  }

  private static String inputTypes(List<Parameter> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.mode().isInput())
        .map(parameter -> Types.argument(parameter.type()))
        .collect(Collectors.joining(", "));
  }

  private static Optional<TypeName> returns(
      CatalogRow row, Kind kind, List<Parameter> parameters, Reading reading) {
    boolean byParameters =
        parameters.stream()
            .map(Parameter::mode)
            .anyMatch(mode -> mode == Mode.OUT || mode == Mode.INOUT || mode == Mode.TABLE);
    return kind == Kind.PROCEDURE || byParameters
        ? Optional.empty()
        : Optional.of(reading.type(row.text("returns")));
  }

  private static StandardBody standardBody(String text, SortedSet<ObjectId> uses) {
    var tokens = new TokenReader(Tokenizer.tokenize(text));
    if (tokens.accept("return")) {
      return StandardBody.returning(new Query(Commands.text(tokens.rest()), true, uses));
    }
    return new StandardBody(
        StandardBody.Form.ATOMIC,
        Commands.body(tokens).stream()
            .map(statement -> new Query(Commands.text(statement), true, uses))
            .toList());
  }

  private static String body(CatalogRow row) {
    String source = row.text("source");
    return row.optional("library").map(library -> library + ',' + source).orElse(source);
  }

  private static List<Parameter> parameters(CatalogRow row, Reading reading) {
    List<String> types = row.texts("types");
    List<String> modes = row.texts("modes");
    List<String> names = row.texts("names");
    List<Expression> defaults =
        row.optional("defaults").map(Deparsed::list).orElse(List.of()).stream()
            .map(Deparsed::expression)
            .toList();
    int withoutDefault = inputs(types, modes) - defaults.size();
    int input = 0;
    var parameters = new ArrayList<Parameter>();
    for (int place = 0; place < types.size(); place++) {
      Mode mode = modes.isEmpty() ? Mode.IN : mode(modes.get(place));
      Optional<Expression> defaultValue = Optional.empty();
      if (mode.isInput() && input++ >= withoutDefault) {
        defaultValue = Optional.of(defaults.get(input - 1 - withoutDefault));
      }
      String name = names.isEmpty() ? "" : names.get(place);
      parameters.add(new Parameter(mode, name, reading.type(types.get(place)), defaultValue));
    }
    return parameters;
  }

  private static int inputs(List<String> types, List<String> modes) {
    return modes.isEmpty()
        ? types.size()
        : (int) modes.stream().filter(mode -> mode(mode).isInput()).count();
  }

  static Mode mode(String code) {
    return switch (code) {
      case "o" -> Mode.OUT;
      case "b" -> Mode.INOUT;
      case "v" -> Mode.VARIADIC;
      case "t" -> Mode.TABLE;
      default -> Mode.IN;
    };
  }

  private static String volatility(String code) {
    return switch (code) {
      case "i" -> "immutable";
      case "s" -> "stable";
      default -> "volatile";
    };
  }
}
