package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;

/** Multirange types are part of their range types, but have names and schemas of their own. */
final class Multiranges {
  private Multiranges() {}

  /** {@return what stands for a multirange type where its name changes} */
  static ObjectId id(QualifiedName name) {
    return ObjectId.of(Kind.RANGE_TYPE, name.schema(), name.name());
  }

  /** {@return the multirange type of that name} */
  static Optional<QualifiedName> named(Named name, Context context) {
    return Names.path(name.name(), context).stream()
        .map(schema -> new QualifiedName(schema, name.plain()))
        .filter(multirange -> rangeOf(multirange, context).isPresent())
        .findFirst();
  }

  private static Optional<RangeType> rangeOf(QualifiedName multirange, Context context) {
    return context.objects().ofKind(Kind.RANGE_TYPE).stream()
        .map(RangeType.class::cast)
        .filter(range -> range.multirange().filter(multirange::equals).isPresent())
        .findFirst();
  }

  /** {@code ALTER TYPE name RENAME TO …}, {@code SET SCHEMA …}. */
  static Decision alter(TokenReader tokens, QualifiedName multirange, Context context) {
    var changes = new Changes(context);
    Moves.decide(tokens, id(multirange), changes);
    return changes.effects();
  }

  /** Rejects what would drop a multirange type without its range type. */
  static void requireNone(Named name, Context context) {
    named(name, context)
        .flatMap(multirange -> rangeOf(multirange, context))
        .ifPresent(
            range -> {
              throw new RejectedException(
                  "cannot drop type %s because type %s requires it"
                      .formatted(name.plain(), range.id().name()),
                  name.at());
            });
  }
}
