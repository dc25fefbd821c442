package dev.drift.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A row level security policy.
 *
 * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param roles role names, sorted, one given twice stands twice; {@code public} stands for everyone
 */
public record Policy(
    ObjectId id,
    boolean permissive,
    String command,
    List<String> roles,
    Optional<Expression> using,
    Optional<Expression> check)
    implements SchemaObject {
  public Policy {
    roles = roles.stream().sorted().toList();
  }
}
