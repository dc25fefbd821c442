package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Members that a family can do without: what they name may be dropped, and they go with it; classes
 * do not own them (amadjustmembers of each access method, since PostgreSQL 14; before that, what
 * was added to the family itself).
 */
final class SoftMembers {
  private static final int SINCE = 14;

  /** The support functions without which a class cannot be; all operators are soft there. */
  private static final Map<String, Set<Integer>> NEEDED =
      Map.of(
          "gist", Set.of(1, 2, 5, 6, 7),
          "gin", Set.of(2, 3),
          "spgist", Set.of(1, 2, 3, 4, 5));

  private static final Set<String> ORDERED = Set.of("btree", "hash");

  private final Objects objects;
  private final int serverMajor;

  SoftMembers(Objects objects, int serverMajor) {
    this.objects = objects;
    this.serverMajor = serverMajor;
  }

  boolean isSoftOperator(OperatorFamily family, Member member) {
    return outlivesClass(family) || isLoose(family, member);
  }

  boolean isSoftFunction(OperatorFamily family, Member member) {
    Set<Integer> needed = NEEDED.get(family.method());
    return needed == null
        ? isLoose(family, member)
        : serverMajor >= SINCE && !needed.contains(member.number());
  }

  /** {@return whether an operator that a class brought stays in the family without the class} */
  boolean outlivesClass(OperatorFamily family) {
    return serverMajor >= SINCE && NEEDED.containsKey(family.method());
  }

  /** {@return whether a function that a class brought stays in the family without the class} */
  boolean outlivesClass(OperatorFamily family, Member function) {
    return outlivesClass(family) && isSoftFunction(family, function);
  }

  /** Between types, or for a type of which the family has no class. */
  private boolean isLoose(OperatorFamily family, Member member) {
    return ORDERED.contains(family.method())
        && (!member.left().equals(member.right()) || !hasClass(family, member));
  }

  private boolean hasClass(OperatorFamily family, Member member) {
    return objects.ofKind(Kind.OPERATOR_CLASS).stream()
        .map(OperatorClass.class::cast)
        .filter(each -> each.type().equals(member.left()))
        .map(each -> OperatorFamilyNames.typed(each.family(), each.method()))
        .anyMatch(name -> name.equals(nameOf(family)));
  }

  private static QualifiedName nameOf(OperatorFamily family) {
    return new QualifiedName(family.id().schema(), family.id().name());
  }

  /** {@return the family without the soft members that name {@code dropped}} */
  OperatorFamily without(QualifiedName dropped, OperatorFamily family) {
    return new OperatorFamily(
        family.id(),
        family.method(),
        left(family, family.operators(), this::isSoftOperator, dropped),
        left(family, family.functions(), this::isSoftFunction, dropped));
  }

  private static SortedMap<String, Member> left(
      OperatorFamily family,
      SortedMap<String, Member> members,
      BiPredicate<OperatorFamily, Member> soft,
      QualifiedName dropped) {
    var left = new TreeMap<String, Member>(members);
    left.values().removeIf(m -> m.name().equals(dropped) && soft.test(family, m));
    return left;
  }
}
