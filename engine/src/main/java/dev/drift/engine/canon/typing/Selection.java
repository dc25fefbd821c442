package dev.drift.engine.canon.typing;

import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Chooses among functions or operators of one name by the types of the arguments (parse_func.c,
 * func_get_detail and func_select_candidate; parse_oper.c).
 */
final class Selection {
  private final TypeSystem types;
  private final Conversions conversions;

  Selection(TypeSystem types, Conversions conversions) {
    this.types = types;
    this.conversions = conversions;
  }

  /** A signature with the types it has for so many arguments. */
  private record Candidate(Signature signature, List<TypeName> args) {}

  /** What was chosen: nothing polymorphic is left in {@code args} and {@code result}. */
  record Chosen(Signature signature, List<TypeName> args, TypeName result) {}

  /** {@return the function that is meant; empty if none or more than one may be} */
  Optional<Chosen> function(List<Signature> signatures, List<TypeName> args) {
    List<TypeName> given = args.stream().map(TypeSystem::plain).toList();
    List<Candidate> candidates = candidates(signatures, given.size());
    return exact(candidates, given)
        .or(() -> best(candidates, given))
        .flatMap(candidate -> chosen(candidate, given));
  }

  /** {@return the operator that is meant; one argument for a prefix operator} */
  Optional<Chosen> operator(List<Signature> signatures, List<TypeName> args) {
    List<TypeName> given = args.stream().map(TypeSystem::plain).toList();
    List<Candidate> candidates = candidates(signatures, given.size());
    return exactAmong(candidates, given)
        .or(() -> best(candidates, given))
        .flatMap(candidate -> chosen(candidate, given));
  }

  /** {@return the function that takes just these types, known or not} */
  Optional<Chosen> exactFunction(List<Signature> signatures, List<TypeName> args) {
    List<TypeName> given = args.stream().map(TypeSystem::plain).toList();
    return exact(candidates(signatures, given.size()), given)
        .flatMap(candidate -> chosen(candidate, given));
  }

  /** {@return the operator that takes just these types, known or not} */
  Optional<Chosen> exactOperator(List<Signature> signatures, List<TypeName> args) {
    List<TypeName> given = args.stream().map(TypeSystem::plain).toList();
    return exactAmong(candidates(signatures, given.size()), given)
        .flatMap(candidate -> chosen(candidate, given));
  }

  private static List<Candidate> candidates(List<Signature> signatures, int count) {
    var candidates = new ArrayList<Candidate>();
    for (Signature signature : signatures) {
      signature
          .taking(count)
          .ifPresent(
              args ->
                  candidates.add(
                      new Candidate(signature, args.stream().map(TypeSystem::plain).toList())));
    }
    return candidates;
  }

  private static Optional<Candidate> exact(List<Candidate> candidates, List<TypeName> given) {
    return candidates.stream().filter(candidate -> candidate.args().equals(given)).findFirst();
  }

  /** A string takes the type of the other operand, then the type that is under that domain. */
  private Optional<Candidate> exactAmong(List<Candidate> candidates, List<TypeName> given) {
    if (given.size() == 1) {
      return exact(candidates, given);
    }
    TypeName left = given.get(0);
    TypeName right = given.get(1);
    boolean leftOpen = left.equals(Typed.UNKNOWN);
    boolean rightOpen = right.equals(Typed.UNKNOWN);
    if (leftOpen == rightOpen) {
      return exact(candidates, given);
    }
    TypeName known = leftOpen ? right : left;
    TypeName base = TypeSystem.plain(types.base(known));
    return exact(candidates, List.of(known, known))
        .or(() -> exact(candidates, List.of(base, base)));
  }

  private Optional<Chosen> chosen(Candidate candidate, List<TypeName> given) {
    return conversions
        .polymorphism()
        .fit(candidate.args(), given, candidate.signature().result())
        .map(fitted -> new Chosen(candidate.signature(), fitted.args(), fitted.result()));
  }

  private Optional<Candidate> best(List<Candidate> all, List<TypeName> given) {
    List<Candidate> fitting =
        all.stream().filter(candidate -> conversions.fit(given, candidate.args())).toList();
    if (fitting.size() < 2) {
      return fitting.stream().findFirst();
    }
    List<TypeName> bases = given.stream().map(type -> TypeSystem.plain(types.base(type))).toList();
    List<Candidate> exact = most(fitting, candidate -> matches(candidate, bases, false));
    if (exact.size() == 1) {
      return Optional.of(exact.get(0));
    }
    List<Candidate> preferred = most(exact, candidate -> matches(candidate, bases, true));
    if (preferred.size() == 1) {
      return Optional.of(preferred.get(0));
    }
    return bases.contains(Typed.UNKNOWN) ? byUnknowns(preferred, bases) : Optional.empty();
  }

  private static List<Candidate> most(
      List<Candidate> candidates, ToIntFunction<Candidate> matches) {
    int best = candidates.stream().mapToInt(matches).max().orElse(0);
    return candidates.stream().filter(candidate -> matches.applyAsInt(candidate) == best).toList();
  }

  private int matches(Candidate candidate, List<TypeName> bases, boolean preferred) {
    int matches = 0;
    for (int i = 0; i < bases.size(); i++) {
      TypeName type = candidate.args().get(i);
      if (bases.get(i).equals(Typed.UNKNOWN)) {
        continue;
      }
      boolean liked =
          preferred
              && types.isPreferred(type)
              && types.category(type) == types.category(bases.get(i));
      if (type.equals(bases.get(i)) || liked) {
        matches++;
      }
    }
    return matches;
  }

  /** Strings: the category that the candidates want, then the type of the other arguments. */
  private Optional<Candidate> byUnknowns(List<Candidate> candidates, List<TypeName> bases) {
    List<Candidate> left = byCategory(candidates, bases).orElse(candidates);
    if (left.size() == 1) {
      return Optional.of(left.get(0));
    }
    List<TypeName> known =
        bases.stream().filter(type -> !type.equals(Typed.UNKNOWN)).distinct().toList();
    if (known.size() != 1) {
      return Optional.empty();
    }
    var alike = new TypeName[bases.size()];
    Arrays.fill(alike, known.get(0));
    List<Candidate> fitting =
        left.stream()
            .filter(candidate -> conversions.fit(List.of(alike), candidate.args()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** What an unknown argument may be: a category, and whether a preferred type must be. */
  private record Slot(char category, boolean preferred) {}

  private Optional<List<Candidate>> byCategory(List<Candidate> candidates, List<TypeName> bases) {
    var slots = new ArrayList<Optional<Slot>>();
    for (int i = 0; i < bases.size(); i++) {
      if (!bases.get(i).equals(Typed.UNKNOWN)) {
        slots.add(Optional.empty());
        continue;
      }
      Optional<Slot> slot = slot(candidates, i);
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      slots.add(slot);
    }
    List<Candidate> kept = candidates.stream().filter(candidate -> fits(candidate, slots)).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
  }

  private boolean fits(Candidate candidate, List<Optional<Slot>> slots) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).isPresent()) {
        Slot slot = slots.get(i).get();
        TypeName type = candidate.args().get(i);
        if (types.category(type) != slot.category()
            || slot.preferred() && !types.isPreferred(type)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Strings win where the candidates want different categories. */
  private Optional<Slot> slot(List<Candidate> candidates, int at) {
    Slot slot = new Slot(' ', false);
    boolean conflict = false;
    for (Candidate candidate : candidates) {
      char category = types.category(candidate.args().get(at));
      boolean preferred = types.isPreferred(candidate.args().get(at));
      if (slot.category() == ' ') {
        slot = new Slot(category, preferred);
      } else if (category == slot.category()) {
        slot = new Slot(category, slot.preferred() || preferred);
      } else if (category == 'S') {
        slot = new Slot(category, preferred);
      } else {
        conflict = true;
      }
    }
    return conflict && slot.category() != 'S' ? Optional.empty() : Optional.of(slot);
  }
}
