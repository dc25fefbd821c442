package dev.drift.engine.canon;

import dev.drift.engine.canon.resolve.InvalidQueryException;
import dev.drift.engine.canon.resolve.QueryResolver;
import dev.drift.engine.canon.tree.FromNames;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.canon.typing.OutputColumn;
import dev.drift.engine.canon.typing.Typing;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Queries inside objects: the bodies of views, materialized views and CREATE TABLE AS. */
public final class Queries {
  private Queries() {}

  /** What became of a query when its names were looked up. */
  public sealed interface Outcome {
    /** Every name was found; {@code columns} are the names of the result's columns. */
    record Resolved(Query query, List<String> columns) implements Outcome {
      public Resolved {
        columns = List.copyOf(columns);
      }
    }

    /** PostgreSQL would refuse it: {@code message} is what the server would say. */
    record Invalid(String message, Token at) implements Outcome {}

    /** Some name could not be looked up, or the text does not follow the known grammar. */
    record NotUnderstood(String reason, Query asWritten) implements Outcome {}
  }

  /** Looks up every name of the SELECT, VALUES, WITH or TABLE that {@code tokens} are. */
  public static Outcome resolve(List<Token> tokens, Scope scope) {
    var asWritten = new Query(SourceText.of(tokens), false, Collections.emptySortedSet());
    try {
      QueryNode tree = SqlReader.query(tokens, reader -> Types.read(reader, scope)).tree();
      return resolved(QueryResolver.resolve(tree, scope), scope, asWritten);
    } catch (TokenReader.Unexpected unknown) {
      return new Outcome.NotUnderstood(unknown.getMessage(), asWritten);
    } catch (InvalidQueryException invalid) {
      int at = Math.max(0, invalid.place().index());
      return new Outcome.Invalid(invalid.getMessage(), tokens.get(at));
    }
  }

  private static Outcome resolved(QueryResolver.Resolved found, Scope scope, Query asWritten) {
    if (found.doubt().isPresent()) {
      return new Outcome.NotUnderstood(
          found.doubt().get(), new Query(asWritten.sql(), false, found.objects()));
    }
    QueryNode own = OwnNames.in(found.query(), scope.objects());
    return new Outcome.Resolved(
        new Query(Printer.sql(own), true, found.objects()), found.columns());
  }

  /** {@return the relations that a query names in FROM, as written; empty if it is not read} */
  public static Optional<List<QualifiedName>> namedRelations(List<Token> query) {
    return QueryComparison.tree(query)
        .map(
            tree ->
                FromNames.of(tree).stream()
                    .map(name -> new QualifiedName(name.schema(), name.name()))
                    .toList());
  }

  /** {@return the columns of {@code query}'s result, with their types and collations} */
  public static List<OutputColumn> columns(Query query, Objects objects, int serverMajor) {
    return QueryComparison.tree(Tokenizer.tokenize(query.sql()))
        .map(tree -> Typing.collating(objects, serverMajor).outputs(tree))
        .orElse(List.of());
  }

  /** {@return the columns of {@code objects} that {@code query} uses} */
  public static Set<ObjectId> columns(Query query, Objects objects) {
    List<Token> tokens = Tokenizer.tokenize(query.sql());
    var use = new ColumnUse(objects);
    boolean read =
        Commands.isCommand(tokens)
            ? Commands.read(tokens, use)
            : QueryComparison.tree(tokens).map(use::read).isPresent();
    return read ? use.found() : named(tokens, query.relations(), objects);
  }

  /** The columns of {@code relations} that may be meant by {@code tokens}. */
  private static Set<ObjectId> named(
      List<Token> tokens, Collection<ObjectId> relations, Objects objects) {
    var names = new HashSet<String>();
    tokens.stream().filter(Token::isName).map(Token::value).forEach(names::add);
    var found = new TreeSet<ObjectId>();
    for (ObjectId relation : relations) {
      objects.columnNames(relation).stream()
          .filter(names::contains)
          .forEach(name -> found.add(ObjectId.column(relation, name)));
    }
    return found;
  }

  /** {@return {@code query} after a column was renamed} */
  public static Query renameColumn(Query query, RenamedColumn column) {
    ObjectId relation = column.relation();
    List<Token> tokens = Tokenizer.tokenize(query.sql());
    if (Commands.isCommand(tokens) && query.relations().contains(relation)) {
      return new Query(
          Commands.renameColumn(tokens, column).orElse(query.sql()),
          query.understood(),
          query.relations());
    }
    Optional<QueryNode> tree = QueryComparison.tree(tokens);
    if (!query.relations().contains(relation) || tree.isEmpty()) {
      return query;
    }
    var rename = new ColumnRename(column);
    QueryNode renamed = rename.apply(tree.get());
    return rename.isUsed()
        ? new Query(Printer.sql(renamed), query.understood(), query.relations())
        : query;
  }

  /**
   * {@return {@code query} after a column that it does not use was dropped}
   *
   * @param columns the names of the relation's columns in order, as they were before
   */
  public static Query dropColumn(
      Query query, ObjectId relation, List<String> columns, String dropped) {
    return rewritten(query, tree -> DroppedAlias.apply(tree, relation, columns.indexOf(dropped)));
  }

  /**
   * {@return {@code query} of {@code objects}, such that it means the same among {@code others},
   * where columns may stand in another order}
   */
  public static Query placed(Query query, Objects objects, Objects others) {
    return query.sql().contains(" USING (")
        ? rewritten(query, tree -> Unlisted.in(tree, objects, others))
        : query;
  }

  /** {@return {@code query} with its tree, or those of a command, changed} */
  private static Query rewritten(Query query, UnaryOperator<QueryNode> change) {
    List<Token> tokens = Tokenizer.tokenize(query.sql());
    Optional<String> sql =
        Commands.isCommand(tokens)
            ? Commands.rewritten(tokens, change)
            : QueryComparison.tree(tokens)
                .flatMap(
                    tree ->
                        Optional.of(change.apply(tree)).filter(changed -> !changed.equals(tree)))
                .map(Printer::sql);
    return new Query(sql.orElse(query.sql()), query.understood(), query.relations());
  }

  /**
   * {@return {@code query} after something it names was renamed or moved}
   *
   * @param owner the relation or routine that the query belongs to
   * @param objects where it tells which of several functions or operators of one name is meant
   */
  public static Query renameObject(
      Query query, ObjectId owner, ObjectId from, ObjectId to, Objects objects) {
    boolean overloaded = Meant.isOverloaded(from, objects);
    if (overloaded && query.understood() && !query.relations().contains(from)) {
      return query;
    }
    var relations = new TreeSet<>(query.relations());
    if (relations.remove(from)) {
      relations.add(to);
    }
    List<Token> tokens = Tokenizer.tokenize(query.sql());
    Optional<String> readable = Optional.empty();
    if (Names.READABLE.contains(from.kind())) {
      readable =
          Commands.isCommand(tokens)
              ? Commands.renameRelation(tokens, from, to)
              : QueryComparison.tree(tokens)
                  .map(found -> Printer.sql(RelationRename.apply(found, from, to)));
    }
    if (overloaded && Commands.isCommand(tokens)) {
      String renamed =
          Commands.renameOne(tokens, from, to, each -> Meant.inQuery(each, owner, objects))
              .orElse(query.sql());
      return new Query(renamed, query.understood(), relations);
    }
    String sql = readable.orElse(query.sql());
    Choices choices =
        overloaded ? Meant.inQuery(Tokenizer.tokenize(sql), owner, objects) : new Choices();
    return new Query(TextRename.apply(sql, from, to, choices), query.understood(), relations);
  }

  /** {@return whether the two mean the same, as far as that can be told without types} */
  public static Match compare(Query a, Query b) {
    return QueryComparison.compare(a, b, Optional.empty());
  }

  /** {@return whether the two mean the same where columns have the types around them} */
  public static Match compare(Query a, Query b, Surroundings around) {
    return QueryComparison.compare(a, b, Optional.of(around));
  }
}
