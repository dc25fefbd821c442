package dev.drift.engine.lint;

import java.util.List;

/** One rule: a pure function from a history to what it has to say. */
interface Rule {
  List<Advice> check(Story story);
}
