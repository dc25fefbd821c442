package dev.drift.engine.ddl;

import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * What the names in a definition stand for. A routine or an operator of the model is named with its
 * input types, as its id is; one of the server or of an extension without, and without a schema
 * where that is not known.
 */
final class Referents {
  private Referents() {}

  /** {@return the routine {@code name} that takes these arguments} */
  static QualifiedName routine(QualifiedName name, List<TypeName> arguments, Context context) {
    List<SchemaObject> candidates =
        Names.path(name, context).stream()
            .flatMap(schema -> context.objects().routines(schema, name.name()).stream())
            .toList();
    return best(candidates, arguments)
        .map(object -> new QualifiedName(object.id().schema(), object.id().name()))
        .orElse(elsewhere(name, context));
  }

  /** Reads {@code name [(types)]}. {@return the routine meant} */
  static QualifiedName routine(TokenReader tokens, List<TypeName> arguments, Context context) {
    var reference = Routines.Reference.read(tokens, context.scope());
    List<TypeName> types =
        reference
            .parameters()
            .map(list -> list.stream().map(Routine.Parameter::type).toList())
            .orElse(arguments);
    return routine(reference.name().name(), types, context);
  }

  private static Optional<SchemaObject> best(List<SchemaObject> candidates, List<TypeName> wanted) {
    return candidates.stream()
        .filter(object -> fits(inputs(object), wanted, false))
        .findFirst()
        .or(() -> candidates.stream().filter(o -> fits(inputs(o), wanted, true)).findFirst())
        .or(() -> candidates.stream().filter(o -> inputs(o).size() == wanted.size()).findFirst())
        .or(() -> candidates.stream().filter(o -> candidates.size() == 1).findFirst());
  }

  private static List<TypeName> inputs(SchemaObject object) {
    return object instanceof Routine routine
        ? routine.parameters().stream()
            .filter(parameter -> parameter.mode().isInput())
            .map(Routine.Parameter::type)
            .toList()
        : List.of();
  }

  private static boolean fits(List<TypeName> taken, List<TypeName> given, boolean polymorphic) {
    if (taken.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < taken.size(); i++) {
      boolean any = polymorphic && isAny(taken.get(i));
      if (!any && Types.compare(taken.get(i), given.get(i)) != Match.EQUAL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAny(TypeName type) {
    return type.schema().equals("pg_catalog") && type.name().replace("\"", "").startsWith("any");
  }

  /**
   * Reads an operator: {@code @@}, {@code s.@@} or {@code OPERATOR(s.@@)}. {@return its name as it
   * stands}
   */
  static QualifiedName operatorName(TokenReader tokens) {
    if (tokens.at("operator") && tokens.peek(1).filter(t -> t.isSymbol("(")).isPresent()) {
      tokens.next();
      return operatorName(new TokenReader(tokens.group()));
    }
    String schema = "";
    while (tokens.peek().filter(Token::isName).isPresent()) {
      schema = tokens.name();
      tokens.expectSymbol(".");
    }
    Token operator = tokens.next();
    boolean quoted = operator.type() == Token.Type.STRING;
    String name = operator.text().equals("!=") ? "<>" : operator.text();
    return new QualifiedName(schema, quoted ? operator.value() : name);
  }

  /** {@return the operator of that name and with these operands} */
  static QualifiedName operator(
      QualifiedName name, Optional<TypeName> left, Optional<TypeName> right, Context context) {
    String typed = name.name() + Types.operands(left, right);
    var wanted = new QualifiedName(name.schema(), typed);
    return Names.first(wanted, context, object -> object.id().kind() == Kind.OPERATOR)
        .map(object -> new QualifiedName(object.id().schema(), object.id().name()))
        .orElse(elsewhere(name, context));
  }

  /** {@return the object of that kind and name} */
  static QualifiedName object(Kind kind, QualifiedName name, Context context) {
    return Names.first(name, context, object -> object.id().kind() == kind)
        .map(object -> new QualifiedName(object.id().schema(), object.id().name()))
        .orElse(elsewhere(name, context));
  }

  /** What is not of the model is the server's or an extension's. */
  private static QualifiedName elsewhere(QualifiedName name, Context context) {
    if (!context.objects().ofKind(Kind.EXTENSION).isEmpty()
        && !name.schema().equals("pg_catalog")) {
      return new QualifiedName("", name.name());
    }
    return name.schema().isEmpty() ? new QualifiedName("pg_catalog", name.name()) : name;
  }
}
