package dev.drift.engine.canon;

import dev.drift.engine.canon.match.Meaning;
import dev.drift.engine.canon.tree.QueryNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compares commands: {@code a} as migrations say it, {@code b} as a server prints it. */
final class CommandComparison {
  private final Optional<Surroundings> around;
  private final Optional<ParameterPlaces> places;

  CommandComparison(Optional<Surroundings> around) {
    this.around = around;
    this.places = around.map(Surroundings::otherPlaces);
  }

  Match compare(Command a, Command b) {
    if (!a.target().name().fits(b.target().name())
        || !a.columns().equals(b.columns())
        || !a.overriding().equals(b.overriding())) {
      return Match.DIFFERENT;
    }
    Command left =
        around.map(known -> a.with(known::placed).with(known.aliases()::resolved)).orElse(a);
    Command right =
        places
            .flatMap(
                found ->
                    around.map(known -> b.with(found::in).with(known.otherAliases()::resolved)))
            .orElse(b);
    Match match =
        queries(left.query(), right.query(), typing(a.verb(), a, a.columns()))
            .and(
                both(
                    left.returning(),
                    right.returning(),
                    (x, y) -> queries(x, y, typing("", a, List.of()))))
            .and(both(left.conflict(), right.conflict(), (x, y) -> conflicts(a, x, y)));
    boolean ambiguous = places.filter(ParameterPlaces::isAmbiguous).isPresent();
    return ambiguous && match == Match.DIFFERENT ? Match.UNKNOWN : match;
  }

  private Match conflicts(Command command, Command.Conflict a, Command.Conflict b) {
    boolean alike =
        a.keys().equals(b.keys())
            && a.constraint().equals(b.constraint())
            && a.columns().equals(b.columns());
    return alike
        ? both(
            a.update(), b.update(), (x, y) -> queries(x, y, typing("update", command, a.columns())))
        : Match.DIFFERENT;
  }

  private static <T> Match both(Optional<T> a, Optional<T> b, BiFunction<T, T, Match> comparison) {
    if (a.isPresent() && b.isPresent()) {
      return comparison.apply(a.get(), b.get());
    }
    return a.isPresent() == b.isPresent() ? Match.EQUAL : Match.DIFFERENT;
  }

  private static Match queries(QueryNode a, QueryNode b, Optional<CommandTyping> typing) {
    return typing.map(known -> Meaning.compare(a, b, known)).orElseGet(() -> Meaning.compare(a, b));
  }

  private Optional<CommandTyping> typing(String verb, Command command, List<String> columns) {
    return around.map(known -> new CommandTyping(verb, command.target().name(), columns, known));
  }
}
