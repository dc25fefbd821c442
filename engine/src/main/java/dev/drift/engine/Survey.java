package dev.drift.engine;

import dev.drift.engine.render.StatusReport;
import dev.drift.engine.source.Problem;
import java.util.ArrayList;

/** Surveys: how far a database is, and what could not be told. */
final class Survey {
  private Survey() {}

  static StatusReport of(Look look) {
    var problems = new ArrayList<Problem>(look.set().problems());
    problems.addAll(look.replayed().problems());
    var unreadable = new ArrayList<>(look.observation().unreadable());
    unreadable.addAll(look.recording().unreadable());
    return new StatusReport(
        look.set().tool(),
        look.observation().database(),
        look.observation().server(),
        look.status(),
        problems,
        unreadable);
  }
}
