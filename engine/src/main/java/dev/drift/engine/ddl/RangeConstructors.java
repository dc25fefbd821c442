package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The functions that come with range types. They are no objects as long as they are as they came;
 * one that was altered is compared with how it came (typecmds.c, makeRangeConstructors).
 */
final class RangeConstructors {
  private RangeConstructors() {}

  /** {@return {@code expected} with those that are altered in {@code actual}, as they came} */
  static SchemaModel fit(SchemaModel expected, SchemaModel actual) {
    List<Routine> altered =
        actual.ofKind(Kind.FUNCTION).stream()
            .map(Routine.class::cast)
            .filter(Routine::isRangeConstructor)
            .filter(routine -> !expected.contains(routine.id()))
            .toList();
    if (altered.isEmpty()) {
      return expected;
    }
    var types = new HashSet<QualifiedName>();
    for (SchemaObject object : expected.ofKind(Kind.RANGE_TYPE)) {
      types.add(new QualifiedName(object.id().schema(), object.id().name()));
      ((RangeType) object).multirange().ifPresent(types::add);
    }
    var objects = new ArrayList<>(expected.objects());
    altered.stream()
        .filter(
            routine ->
                routine
                    .returns()
                    .map(type -> new QualifiedName(type.schema(), type.name()))
                    .filter(types::contains)
                    .isPresent())
        .map(Routine::asMade)
        .forEach(objects::add);
    return SchemaModel.of(objects);
  }
}
