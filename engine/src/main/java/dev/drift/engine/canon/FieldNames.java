package dev.drift.engine.canon;

import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;

/**
 * A field of a composite type or of a table's rows under another name. Stored trees hold its number
 * (FieldSelect), so {@code (x).field} follows.
 */
public final class FieldNames {
  private final TypeName type;
  private final String from;
  private final String to;
  private final Surroundings around;

  private FieldNames(TypeName type, String from, String to, Surroundings around) {
    this.type = type;
    this.from = from;
    this.to = to;
    this.around = around;
  }

  /** {@return the renaming of one field in the SQL of any object} */
  public static FieldNames of(ObjectId type, String from, String to, Surroundings around) {
    return new FieldNames(new TypeName(type.schema(), type.name(), "", false), from, to, around);
  }

  /** {@return the renaming in the SQL of {@code object}} */
  public FieldNames in(SchemaObject object) {
    return new FieldNames(type, from, to, around.of(object));
  }

  /** {@return whether {@code sql} may name the field} */
  public boolean mayBeIn(String sql) {
    return sql.contains(")." + Identifiers.quote(from));
  }

  /** {@return {@code expression} with the new name, as far as types are known} */
  public Expression rename(Expression expression) {
    if (!mayBeIn(expression.sql())) {
      return expression;
    }
    var rename = new FieldRename(type, from, to, around);
    return ExpressionComparison.tree(Tokenizer.tokenize(expression.sql()))
        .map(rename::apply)
        .filter(renamed -> rename.isUsed())
        .map(renamed -> new Expression(Printer.sql(renamed)))
        .orElse(expression);
  }

  /** {@return {@code query} with the new name; not understood if it cannot be told} */
  public Query rename(Query query) {
    if (!query.understood() || !mayBeIn(query.sql())) {
      return query;
    }
    List<Token> tokens = Tokenizer.tokenize(query.sql());
    var rename = new FieldRename(type, from, to, around);
    Optional<String> renamed =
        Commands.isCommand(tokens)
            ? CommandReader.read(tokens, Types::read)
                .map(command -> command.with(rename::apply).sql())
            : QueryComparison.tree(tokens).map(tree -> Printer.sql(rename.apply(tree)));
    return new Query(
        rename.isUsed() ? renamed.orElse(query.sql()) : query.sql(),
        renamed.isPresent() && !rename.isInDoubt(),
        query.relations());
  }
}
