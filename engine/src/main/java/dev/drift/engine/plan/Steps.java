package dev.drift.engine.plan;

import dev.drift.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** Ordered actions to steps: places counted, guards written out. */
final class Steps {
  private final String searchPath;

  private Steps(String searchPath) {
    this.searchPath = searchPath;
  }

  static List<Step> of(List<Action> actions, String searchPath) {
    var steps = new ArrayList<Step>();
    var writer = new Steps(searchPath);
    for (Action action : actions) {
      steps.add(
          new Step(
              steps.size() + 1,
              action.phase(),
              action.node().id(),
              action.what(),
              writer.guarded(action),
              action.statement() + ";",
              action.lock(),
              action.work(),
              action.hazards(),
              action.transactional()));
    }
    return steps;
  }

  private String guarded(Action action) {
    if (action.guard().when().isEmpty()) {
      return plain(action) + assertion(action);
    }
    var body = new StringBuilder("\nBEGIN\n  IF ");
    body.append(action.guard().when().get()).append(" THEN\n");
    if (action.resolving()) {
      body.append("    SET LOCAL search_path = ").append(searchPath).append(";\n");
    }
    body.append("    ").append(action.statement()).append(";\n");
    if (action.resolving()) {
      body.append("    SET LOCAL search_path = '';\n");
    }
    action
        .guard()
        .done()
        .ifPresent(
            done ->
                body.append("  ELSIF NOT (").append(done).append(") THEN\n").append(raise(action)));
    body.append("  END IF;\nEND ");
    return "DO " + Identifiers.dollarQuote(body.toString(), "drift") + ";";
  }

  private String plain(Action action) {
    return action.resolving()
        ? "SET search_path = "
            + searchPath
            + ";\n"
            + action.statement()
            + ";\nSET search_path = '';"
        : action.statement() + ";";
  }

  private String assertion(Action action) {
    return action
        .guard()
        .done()
        .map(
            done ->
                "\nDO "
                    + Identifiers.dollarQuote(
                        "\nBEGIN\n  IF NOT ("
                            + done
                            + ") THEN\n"
                            + raise(action)
                            + "  END IF;\nEND ",
                        "drift")
                    + ";")
        .orElse("");
  }

  private static String raise(Action action) {
    return "    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',\n"
        + "      MESSAGE = "
        + Identifiers.literal("drift cannot " + action.what())
        + ",\n      DETAIL = "
        + Identifiers.literal(action.node().id() + " has neither the old shape nor the wanted one.")
        + ",\n      HINT = 'It was changed since this script was made: make the script again.';\n";
  }
}
