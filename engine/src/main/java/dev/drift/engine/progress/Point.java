package dev.drift.engine.progress;

/**
 * A place in a history of migrations: behind {@code migrations} whole ones and {@code statements}
 * statements of the next.
 */
public record Point(int migrations, int statements) {

  /** {@return whether it lies inside a migration rather than between two} */
  public boolean isInside() {
    return statements > 0;
  }
}
