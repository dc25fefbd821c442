package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Trigger;

/** The states of triggers, event triggers and rules as SQL and as the catalogs have them. */
final class States {
  private States() {}

  /** {@return {@code ENABLE}, {@code DISABLE}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS}} */
  static String words(Trigger.Enabled state) {
    return switch (state) {
      case ORIGIN -> "ENABLE";
      case DISABLED -> "DISABLE";
      case REPLICA -> "ENABLE REPLICA";
      case ALWAYS -> "ENABLE ALWAYS";
    };
  }

  /** {@return the letter in {@code tgenabled}, {@code ev_enabled} and {@code evtenabled}} */
  static char code(Trigger.Enabled state) {
    return switch (state) {
      case ORIGIN -> 'O';
      case DISABLED -> 'D';
      case REPLICA -> 'R';
      case ALWAYS -> 'A';
    };
  }
}
