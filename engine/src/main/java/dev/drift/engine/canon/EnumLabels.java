package dev.drift.engine.canon;

import dev.drift.engine.canon.constant.ArrayText;
import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The strings in an object's SQL that are values of an enum. Stored expressions hold the value
 * itself, not its label (pg_enum.c), so they follow when it gets another one.
 *
 * <p>A string is a value of the enum if it means the same with a cast to the enum behind it.
 */
public final class EnumLabels {
  private final TypeName type;
  private final String from;
  private final String to;
  private final Surroundings around;

  private EnumLabels(TypeName type, String from, String to, Surroundings around) {
    this.type = type;
    this.from = from;
    this.to = to;
    this.around = around;
  }

  /** {@return the renaming of one label in the SQL of any object} */
  public static EnumLabels of(ObjectId type, String from, String to, Surroundings around) {
    var name = new TypeName(type.schema(), type.name(), "", false);
    return new EnumLabels(name, from, to, around);
  }

  /** {@return the renaming in the SQL of {@code object}} */
  public EnumLabels in(SchemaObject object) {
    return new EnumLabels(type, from, to, around.of(object));
  }

  /** {@return the renaming in the default of a parameter} */
  public EnumLabels within(Routine.Parameter parameter) {
    return new EnumLabels(type, from, to, around.within(parameter));
  }

  /** {@return {@code expression} with the new label} */
  public Expression rename(Expression expression) {
    if (!mayHold(expression.sql())) {
      return expression;
    }
    String sql =
        renamed(
            expression.sql(),
            text ->
                ExpressionComparison.tree(Tokenizer.tokenize(text))
                    .map(tree -> Meaning.typed(tree, this::typed)));
    return new Expression(sql);
  }

  private QueryNode typed(QueryNode tree) {
    return Meaning.typed(
        around.placed(tree), each -> around.typing().query(each, around.columns()));
  }

  private Scalar typed(Scalar tree) {
    return around.typing().scalar(tree, around.columns(), around.target());
  }

  /** {@return {@code bound}, of a partition by the enum, with the new label} */
  public Expression renameInBound(Expression bound) {
    var replacements = new HashMap<Integer, String>();
    List<Token> tokens = Tokenizer.tokenize(bound.sql());
    List<Optional<TypeName>> keys = around.partitionKey();
    if (keys.size() == 1 && keys.getFirst().filter(type::equals).isPresent()) {
      for (int i = 0; i < tokens.size(); i++) {
        int at = i;
        renamed(tokens.get(i), false).ifPresent(label -> replacements.put(at, label));
      }
    }
    return replacements.isEmpty() ? bound : new Expression(SourceText.of(tokens, replacements));
  }

  /** {@return {@code query} with the new label} */
  public Query rename(Query query) {
    if (!mayHold(query.sql())) {
      return query;
    }
    String sql =
        renamed(
            query.sql(),
            text ->
                CommandReader.read(Tokenizer.tokenize(text), Types::read)
                    .<Object>map(command -> CommandTyping.typed(command, around))
                    .or(() -> QueryComparison.tree(Tokenizer.tokenize(text)).map(this::typed)));
    return new Query(sql, query.understood(), query.relations());
  }

  /** Quotes stand twice in a string. */
  private boolean mayHold(String sql) {
    return sql.contains(from) || from.contains("'");
  }

  /** {@param typed what SQL means, with all casts; empty where it is not understood} */
  private <T> String renamed(String sql, Function<String, Optional<T>> typed) {
    List<Token> tokens = Tokenizer.tokenize(sql);
    var replacements = new HashMap<Integer, String>();
    Optional<T> meaning = typed.apply(sql);
    for (int i = 0; meaning.isPresent() && i < tokens.size(); i++) {
      for (boolean array : new boolean[] {false, true}) {
        Optional<String> label = renamed(tokens.get(i), array);
        if (label.isPresent()) {
          String cast = tokens.get(i).text() + "::" + Types.sql(array ? type.toArray() : type);
          if (typed.apply(SourceText.of(tokens, Map.of(i, cast))).equals(meaning)) {
            replacements.put(i, label.get());
          }
        }
      }
    }
    return replacements.isEmpty() ? sql : SourceText.of(tokens, replacements);
  }

  /** The string with the new label, if it is the old one or, as an array, contains it. */
  private Optional<String> renamed(Token token, boolean array) {
    if (token.type() != Token.Type.STRING) {
      return Optional.empty();
    }
    if (!array) {
      return token.value().equals(from) ? Optional.of(Identifiers.literal(to)) : Optional.empty();
    }
    return ArrayText.elements(token.value())
        .filter(elements -> elements.contains(from))
        .map(
            elements -> {
              var renamed = new ArrayList<>(elements);
              renamed.replaceAll(element -> element.equals(from) ? to : element);
              return Identifiers.literal(ArrayText.of(renamed));
            });
  }
}
