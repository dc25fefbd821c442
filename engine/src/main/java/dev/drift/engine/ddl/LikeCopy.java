package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.typing.OutputColumn;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.model.Statistics;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.Unique;
import dev.drift.engine.model.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What one LIKE clause copies into a new table (parse_utilcmd.c, expandTableLikeClause). */
final class LikeCopy {
  private final LikeClause clause;
  private final SchemaObject source;
  private final ObjectId target;
  private final Changes changes;

  private LikeCopy(LikeClause clause, SchemaObject source, ObjectId target, Changes changes) {
    this.clause = clause;
    this.source = source;
    this.target = target;
    this.changes = changes;
  }

  /** {@return the copy, if the source is known} */
  static Optional<LikeCopy> find(LikeClause clause, ObjectId target, Changes changes) {
    return Names.relation(clause.source().name(), changes.context())
        .map(source -> new LikeCopy(clause, source, target, changes));
  }

  /**
   * {@return the copy}; rejects if there is no such relation, leaves its columns open if unsure.
   */
  static Optional<LikeCopy> require(LikeClause clause, ObjectId target, Changes changes) {
    try {
      SchemaObject source =
          Names.requireRelation(clause.source().name(), clause.source().at(), changes.context());
      return Optional.of(new LikeCopy(clause, source, target, changes));
    } catch (OpaqueException e) {
      changes.leaveOpen(String.valueOf(e.getMessage()), List.of(target));
      return Optional.empty();
    }
  }

  /** {@return the columns, placed behind {@code offset} others} */
  List<Column> columns(int offset) {
    var columns = new ArrayList<Column>();
    if (source instanceof CompositeType composite) {
      for (CompositeType.Field field : composite.fields()) {
        ObjectId id = ObjectId.column(target, field.name());
        Column plain = Column.plain(id, offset + columns.size() + 1, field.type());
        columns.add(ColumnEdit.of(plain, edit -> edit.collation = field.collation()));
      }
      return columns;
    }
    switch (source) {
      case View view -> columns.addAll(columns(view.query(), view.columns(), offset));
      case MaterializedView view -> columns.addAll(columns(view.query(), view.columns(), offset));
      default -> {}
    }
    for (Column column : TableColumns.of(changes.objects(), source.id())) {
      columns.add(column(column, offset + columns.size() + 1));
    }
    if (columns.isEmpty() && !isBare()) {
      changes.leaveOpen("depends on the columns of " + source.id().path(), List.of(target));
    }
    return columns;
  }

  /** {@return the columns of a view; none where a type is not known} */
  private List<Column> columns(Query query, List<String> names, int offset) {
    List<OutputColumn> found =
        Queries.columns(query, changes.objects(), changes.context().session().serverMajor());
    if (found.size() != names.size() || found.stream().anyMatch(c -> c.type().isEmpty())) {
      return List.of();
    }
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                ColumnEdit.of(
                    Column.plain(
                        ObjectId.column(target, names.get(i)),
                        offset + i + 1,
                        found.get(i).type().orElseThrow()),
                    edit -> edit.collation = found.get(i).collation()))
        .toList();
  }

  /** Whether the source is a table that certainly has no columns. */
  private boolean isBare() {
    return source instanceof Table
        && !changes.context().doubt().concerns(source.id().schema(), source.id().name());
  }

  private Column column(Column column, int position) {
    ObjectId id = ObjectId.column(target, column.id().name());
    return new Column(
        id,
        position,
        column.type(),
        column.notNull(),
        has(LikeClause.Part.DEFAULTS) ? column.defaultValue() : Optional.empty(),
        has(LikeClause.Part.GENERATED) ? column.generated() : Optional.empty(),
        has(LikeClause.Part.IDENTITY)
            ? column.identity().map(identity -> identity(id, identity))
            : Optional.empty(),
        column.collation(),
        has(LikeClause.Part.STORAGE) ? column.storage() : Optional.empty(),
        has(LikeClause.Part.COMPRESSION) ? column.compression() : Optional.empty(),
        OptionalInt.empty(),
        Collections.emptySortedMap(),
        false,
        column.notNullConstraint().map(it -> it.withValidated(true).alone()));
  }

  /** The new sequence has the old one's bounds, but not its type. */
  private Column.Identity identity(ObjectId column, Column.Identity identity) {
    String name =
        TakenNames.chooseRelation(
            changes.objects(), target.schema(), List.of(target.name(), column.name()), "seq");
    SequenceOptions options = identity.options();
    return new Column.Identity(
        identity.always(),
        new QualifiedName(target.schema(), name),
        new SequenceOptions(
            TypeName.builtin("bigint"),
            options.start(),
            options.increment(),
            options.min(),
            options.max(),
            options.cache(),
            options.cycle()));
  }

  private boolean has(LikeClause.Part part) {
    return clause.has(part);
  }

  /** Creates the checks, keys, indexes and comments that are to be copied. */
  void constraintsAndIndexes(Changes into) {
    if (has(LikeClause.Part.COMMENTS)) {
      for (Column column : TableColumns.of(into.objects(), source.id())) {
        copyComment(column.id(), ObjectId.column(target, column.id().name()), into);
      }
    }
    for (SchemaObject child : AllParts.of(source, into.objects())) {
      copy(child, into)
          .ifPresent(
              copy -> {
                into.create(copy);
                new FormerColumns(into).handOn(child, copy.id());
                new ReferencedKeys(into).made(copy.id());
                if (has(LikeClause.Part.COMMENTS)) {
                  copyComment(indexOf(child.id()), indexOf(copy.id()), into);
                }
              });
    }
    if (has(LikeClause.Part.STATISTICS)) {
      statistics(into);
    }
  }

  /** Extended statistics get names of their own, of their columns in the table's order. */
  private void statistics(Changes into) {
    for (SchemaObject object : List.copyOf(into.objects().ofKind(Kind.STATISTICS))) {
      if (object instanceof Statistics statistics && statistics.relation().equals(source.id())) {
        var names =
            new ArrayList<>(
                TableColumns.of(into.objects(), source.id()).stream()
                    .map(column -> column.id().name())
                    .filter(statistics.columns()::contains)
                    .toList());
        statistics.expressions().forEach(expression -> names.add("expr"));
        ObjectId id = StatisticsStatements.generated(target, names, into.objects());
        into.create(
            new Statistics(
                id,
                target,
                statistics.columns(),
                statistics.expressions(),
                statistics.kinds(),
                OptionalInt.empty()));
        if (has(LikeClause.Part.COMMENTS)) {
          copyComment(statistics.id(), id, into);
        }
      }
    }
  }

  /** A check that was NOT VALID holds of the copy, which has no rows (expandTableLikeClause). */
  private static SchemaObject holding(Check check, ObjectId id) {
    return Partitions.withId(
        new Check(
            check.id(), check.expression(), check.noInherit(), check.enforced(), check.enforced()),
        id);
  }

  private Optional<SchemaObject> copy(SchemaObject child, Changes into) {
    boolean indexes = has(LikeClause.Part.INDEXES);
    return switch (child) {
      case Check check when has(LikeClause.Part.CONSTRAINTS) ->
          Optional.of(holding(check, target.child(Kind.CHECK, check.id().name())));
      case PrimaryKey key when indexes ->
          Optional.of(rename(key, Kind.PRIMARY_KEY, List.of(), "pkey", into));
      case Unique unique when indexes ->
          Optional.of(rename(unique, Kind.UNIQUE, columns(unique), unique.labelOfCopies(), into));
      case Exclusion exclusion when indexes ->
          Optional.of(rename(exclusion, Kind.EXCLUSION, columns(exclusion), "excl", into));
      case Index index when indexes ->
          Optional.of(rename(index, Kind.INDEX, columns(index), "idx", into));
      default -> Optional.empty();
    };
  }

  private List<String> columns(SchemaObject index) {
    return new FormerColumns(changes).of(index);
  }

  private SchemaObject rename(
      SchemaObject part, Kind kind, List<String> columns, String label, Changes into) {
    List<String> parts = List.of(target.name(), GeneratedNames.columns(columns));
    String name =
        kind == Kind.INDEX
            ? TakenNames.chooseRelation(into.objects(), target.schema(), parts, label)
            : TakenNames.chooseKey(into.objects(), target.schema(), parts, label);
    SchemaObject copy = Partitions.withId(part, target.child(kind, name));
    return IndexStorage.with(
        copy,
        IndexStorage.options(copy),
        into.context().session().tablespace(IndexStorage.tablespace(copy)));
  }

  /** What is said of a key itself is not copied, what is said of its index is. */
  private static ObjectId indexOf(ObjectId part) {
    return part.kind() == Kind.CHECK
        ? part
        : new ObjectId(Kind.INDEX, part.schema(), part.parent(), part.name());
  }

  private static void copyComment(ObjectId from, ObjectId to, Changes into) {
    into.objects()
        .find(from.facet(Kind.COMMENT), Comment.class)
        .ifPresent(comment -> into.create(Comment.on(to, comment.text())));
  }
}
