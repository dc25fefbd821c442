package dev.drift.engine.progress;

import dev.drift.engine.progress.Effect.State;
import dev.drift.engine.source.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One statement and what it has left in the database.
 *
 * @param number one-based place in its migration
 * @param why for a statement that leaves nothing to look for, why not; may be empty
 * @param effects what of it should be seen in the database
 */
public record StatementStatus(
    int number, Statement statement, Verdict verdict, String why, List<Effect> effects) {
  public StatementStatus {
    effects = List.copyOf(effects);
  }

  /** What the database says of a statement. */
  public enum Verdict {
    /** What it makes is there. */
    APPLIED,
    /** What it makes is not there. */
    MISSING,
    /** What it makes is there in another shape, or in part. */
    CONFLICTING,
    /** Nothing of it survives what comes after it: it is not needed. */
    SUPERSEDED,
    /** It leaves nothing in the schema that could be looked for, or it is not known what. */
    UNVERIFIABLE,
    /** PostgreSQL refuses it. */
    REJECTED;

    /** {@return the name used in reports and JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@return the verdict on a statement with these effects, of which there is at least one} */
  static Verdict verdict(List<Effect> effects) {
    Set<State> states =
        effects.stream()
            .map(Effect::state)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    if (states.equals(EnumSet.of(State.UNKNOWN))) {
      return Verdict.UNVERIFIABLE;
    }
    states.remove(State.UNKNOWN);
    if (states.equals(EnumSet.of(State.THERE))) {
      return Verdict.APPLIED;
    }
    return states.equals(EnumSet.of(State.LACKING)) ? Verdict.MISSING : Verdict.CONFLICTING;
  }

  /** {@return what is not as the statement makes it} */
  public List<Effect> lacking() {
    return effects.stream()
        .filter(effect -> effect.state() == State.LACKING || effect.state() == State.OTHERWISE)
        .toList();
  }
}
