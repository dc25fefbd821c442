package dev.drift.engine.canon;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Operators and collations of the model in the text of an expression. */
final class OwnSymbols {
  /** Where these are not qualified they are taken for the server's own. */
  private static final Set<String> USUAL =
      Set.of(
          "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "~", "~~", "!~~",
          "!~", "~*", "!~*", "&&", "@>", "<@", "->", "->>", "?", "&", "|", "#", "@@", "<<", ">>");

  private OwnSymbols() {}

  /** Adds what the token at {@code at} stands for. */
  static void collect(List<Token> tokens, int at, Objects objects, Collection<ObjectId> found) {
    Token token = tokens.get(at);
    if (token.type() == Token.Type.OPERATOR) {
      operators(tokens, at, objects, found);
    } else if (token.is("collate") && at + 1 < tokens.size()) {
      boolean qualified = at + 2 < tokens.size() && tokens.get(at + 2).isSymbol(".");
      int name = qualified ? at + 3 : at + 1;
      String schema = qualified ? tokens.get(at + 1).value() : "";
      if (name < tokens.size()) {
        named(objects.ofKind(Kind.COLLATION), schema, tokens.get(name).value(), found);
      }
    }
  }

  private static void operators(
      List<Token> tokens, int at, Objects objects, Collection<ObjectId> found) {
    Collection<SchemaObject> operators = objects.ofKind(Kind.OPERATOR);
    if (operators.isEmpty()) {
      return;
    }
    String text = tokens.get(at).text();
    boolean qualified = at > 1 && tokens.get(at - 1).isSymbol(".");
    String schema = qualified ? tokens.get(at - 2).value() : "";
    if (qualified || !USUAL.contains(text)) {
      named(operators, schema, text + '(', found);
    }
  }

  private static void named(
      Collection<SchemaObject> objects, String schema, String name, Collection<ObjectId> found) {
    for (SchemaObject object : objects) {
      ObjectId id = object.id();
      boolean same = name.endsWith("(") ? id.name().startsWith(name) : id.name().equals(name);
      if (same && (schema.isEmpty() || id.schema().equals(schema))) {
        found.add(id);
      }
    }
  }
}
