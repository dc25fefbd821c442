package dev.drift.engine.canon.tree;

/**
 * Where in the token list something was read. All places are equal, so that trees compare by what
 * they say and not by where.
 *
 * @param index the token's index; -1 for what was not read
 */
public record Place(int index) {
  /** The place of what was not read from any text. */
  public static final Place NONE = new Place(-1);

  @Override
  public boolean equals(Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
