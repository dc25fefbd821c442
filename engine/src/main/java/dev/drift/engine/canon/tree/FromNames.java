package dev.drift.engine.canon.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The relations that a query names in FROM; what its own WITH makes is none of them. */
public final class FromNames extends DeepTraversal {
  private final Deque<Set<String>> withs = new ArrayDeque<>();
  private final List<Name> names = new ArrayList<>();

  private FromNames() {}

  /** {@return the relations as they are written, in the order in which they are met} */
  public static List<Name> of(QueryNode query) {
    var found = new FromNames();
    found.query(query);
    return List.copyOf(found.names);
  }

  @Override
  protected QueryNode query(QueryNode child) {
    Set<String> made = new HashSet<>();
    withs.push(made);
    if (child.recursive()) {
      child.with().forEach(cte -> made.add(cte.name()));
    }
    for (Clause.Cte cte : child.with()) {
      query(cte.query());
      made.add(cte.name());
    }
    children(child.without());
    withs.pop();
    return child;
  }

  @Override
  protected FromItem from(FromItem child) {
    if (child instanceof FromItem.Relation relation && !isMade(relation.name())) {
      names.add(relation.name());
    }
    return children(child);
  }

  private boolean isMade(Name name) {
    return name.schema().isEmpty() && withs.stream().anyMatch(made -> made.contains(name.name()));
  }
}
