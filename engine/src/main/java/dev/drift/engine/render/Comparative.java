package dev.drift.engine.render;

import dev.drift.engine.diff.Environments;
import java.util.List;

/**
 * Several databases side by side.
 *
 * @param databases what they are called, in order
 * @param rows what is not the same in all of them
 */
public record Comparative(List<Named> databases, List<Environments.Row> rows) {
  public Comparative {
    databases = List.copyOf(databases);
    rows = List.copyOf(rows);
  }

  /** One of them; {@code place} is what the user called it by, without a password. */
  public record Named(String place, String database, String server, String fingerprint) {}

  /** {@return the letter that stands for the database at {@code place}: A, B, … Z, then 27, …} */
  static String letter(int place) {
    return place < 26 ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1);
  }
}
