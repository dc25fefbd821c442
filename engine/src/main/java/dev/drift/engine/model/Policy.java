package dev.drift.engine.model;

import java.util.Optional;
import java.util.SortedSet;

/**
 * A row level security policy.
 *
 * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param roles role names; {@code public} stands for everyone
 */
public record Policy(
    ObjectId id,
    boolean permissive,
    String command,
    SortedSet<String> roles,
    Optional<Expression> using,
    Optional<Expression> check)
    implements SchemaObject {
  public Policy {
    roles = Sorted.copyOf(roles);
  }
}
