package dev.drift.engine.ddl.guard;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names to objects as the types regclass, regtype, regnamespace, … read them. */
final class References {
  private static final List<Kind> ROW_TYPES =
      List.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.FOREIGN_TABLE);

  private References() {}

  /** {@return the object that {@code text} names as a value of {@code type}; empty if none} */
  static Optional<Value> find(String text, String type, Facts facts) {
    return switch (type) {
      case "regclass" -> relation(path(text), type, facts);
      case "regtype" -> type(text, facts).map(id -> new Value.Reference(id, type));
      case "regnamespace" -> {
        List<String> path = path(text);
        boolean exists =
            path.size() == 1 && (facts.hasSchema(path.get(0)) || SystemNames.isSchema(path.get(0)));
        yield exists
            ? Optional.of(new Value.Reference(ObjectId.global(Kind.SCHEMA, path.get(0)), type))
            : Optional.empty();
      }
      case "regproc", "regprocedure" -> routine(text, type, facts);
      default -> Optional.of(Value.UNKNOWN);
    };
  }

  private static List<String> path(String text) {
    var path = new ArrayList<String>();
    for (Token token : Tokenizer.tokenize(text)) {
      if (token.isName()) {
        path.add(token.value());
      }
    }
    return path;
  }

  private static Optional<Value> relation(List<String> path, String type, Facts facts) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String name = path.get(path.size() - 1);
    String schema = path.size() > 1 ? path.get(path.size() - 2) : "";
    Optional<ObjectId> own = SystemNames.relation(schema, name, facts.serverMajor());
    if (own.isPresent()) {
      return own.map(id -> new Value.Reference(id, type));
    }
    if (SystemNames.mayHold(schema, name)) {
      return Optional.of(Value.UNKNOWN);
    }
    List<String> schemas = schema.isEmpty() ? facts.searchPath() : List.of(schema);
    return schemas.stream()
        .flatMap(each -> facts.objects().relation(each, name).stream())
        .map(object -> (Value) new Value.Reference(object.id(), type))
        .findFirst();
  }

  private static Optional<ObjectId> type(String text, Facts facts) {
    try {
      TypeName type =
          Types.read(
              new TokenReader(Tokenizer.tokenize(text)),
              new dev.drift.engine.canon.Scope(facts.objects(), facts.searchPath()));
      return type.schema().isEmpty() ? Optional.empty() : Optional.of(idOf(type, facts.objects()));
    } catch (TokenReader.Unexpected e) {
      return Optional.empty();
    }
  }

  /** {@return what stands for the type: the object that defines it, or a base type of that name} */
  static ObjectId idOf(TypeName type, Objects objects) {
    for (SchemaObject object : objects.named(type.schema(), type.name())) {
      Kind kind = object.id().kind();
      if (!type.array() && (Objects.TYPES.contains(kind) || ROW_TYPES.contains(kind))) {
        return object.id();
      }
    }
    String name = type.array() ? type.name() + "[]" : type.name();
    return ObjectId.of(Kind.BASE_TYPE, type.schema(), name);
  }

  private static Optional<Value> routine(String text, String type, Facts facts) {
    int parenthesis = text.indexOf('(');
    List<String> path = path(parenthesis < 0 ? text : text.substring(0, parenthesis));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String prefix = path.get(path.size() - 1) + '(';
    String qualifier = path.size() > 1 ? path.get(path.size() - 2) : "";
    if (SystemNames.mayHoldRoutine(qualifier, path.get(path.size() - 1))) {
      return Optional.of(Value.UNKNOWN);
    }
    List<String> schemas = qualifier.isEmpty() ? facts.searchPath() : List.of(qualifier);
    for (String schema : schemas) {
      for (Kind kind : List.of(Kind.FUNCTION, Kind.PROCEDURE)) {
        for (SchemaObject object : facts.objects().ofKind(kind)) {
          if (object.id().schema().equals(schema)
              && object.id().name().startsWith(prefix)
              && (parenthesis < 0 || sameArguments(object.id().name(), text, facts))) {
            return Optional.of(new Value.Reference(object.id(), type));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean sameArguments(String identity, String text, Facts facts) {
    String own = identity.substring(identity.indexOf('(') + 1, identity.lastIndexOf(')'));
    String asked = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
    var reader = new TokenReader(Tokenizer.tokenize(asked));
    var types = new ArrayList<String>();
    var scope = new dev.drift.engine.canon.Scope(facts.objects(), facts.searchPath());
    while (!reader.atEnd()) {
      types.add(Types.argument(Types.read(reader, scope)));
      reader.acceptSymbol(",");
    }
    return String.join(", ", types).equals(own);
  }
}
