package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What stays but spoke of an operator or operator class that is dropped. */
final class OperatorLinks {
  private OperatorLinks() {}

  /** Takes the links to {@code dropped} away. */
  static void cut(SchemaObject dropped, Changes changes) {
    switch (dropped) {
      case Operator operator -> {
        cutOperator(operator, changes);
        cutMembers(operator.id(), changes);
      }
      case OperatorClass operatorClass -> cutClass(operatorClass, changes);
      case Routine routine -> cutMembers(routine.id(), changes);
      default -> {}
    }
  }

  /** Families lose what they can do without. */
  private static void cutMembers(ObjectId dropped, Changes changes) {
    var name = new QualifiedName(dropped.schema(), dropped.name());
    SoftMembers soft = soft(changes);
    for (SchemaObject object : List.copyOf(changes.objects().ofKind(Kind.OPERATOR_FAMILY))) {
      OperatorFamily family = (OperatorFamily) object;
      OperatorFamily left = soft.without(name, family);
      if (!left.equals(family)) {
        changes.alter(family, left);
      }
    }
  }

  private static SoftMembers soft(Changes changes) {
    return new SoftMembers(changes.objects(), changes.context().session().serverMajor());
  }

  /** Only the operators that it names itself are looked at (RemoveOperatorById). */
  private static void cutOperator(Operator dropped, Changes changes) {
    var name = Optional.of(new QualifiedName(dropped.id().schema(), dropped.id().name()));
    for (Optional<QualifiedName> link : List.of(dropped.commutator(), dropped.negator())) {
      link.map(other -> ObjectId.of(Kind.OPERATOR, other.schema(), other.name()))
          .flatMap(id -> changes.objects().find(id, Operator.class))
          .ifPresent(
              other ->
                  changes.alter(
                      other,
                      OperatorStatements.linked(
                          other,
                          other.commutator().filter(one -> !name.get().equals(one)),
                          other.negator().filter(one -> !name.get().equals(one)))));
    }
  }

  /** What the class cannot do without goes with it. */
  private static void cutClass(OperatorClass dropped, Changes changes) {
    SoftMembers soft = soft(changes);
    QualifiedName family = OperatorFamilyNames.typed(dropped.family(), dropped.method());
    changes
        .objects()
        .find(
            ObjectId.of(Kind.OPERATOR_FAMILY, family.schema(), family.name()), OperatorFamily.class)
        .ifPresent(
            found -> {
              var operators = new TreeMap<String, Member>(found.operators());
              var functions = new TreeMap<String, Member>(found.functions());
              operators
                  .values()
                  .removeIf(member -> isOf(dropped.type(), member) && !soft.outlivesClass(found));
              functions
                  .values()
                  .removeIf(
                      member -> isOf(dropped.type(), member) && !soft.outlivesClass(found, member));
              changes.alter(
                  found, new OperatorFamily(found.id(), found.method(), operators, functions));
            });
  }

  private static boolean isOf(TypeName type, Member member) {
    return member.left().equals(type) && member.right().equals(type);
  }
}
