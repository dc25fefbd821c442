package dev.drift.engine.plan;

import dev.drift.engine.model.SchemaModel;
import java.util.List;

/** The DDL of a whole schema: plain CREATE statements that load into an empty database. */
public final class SchemaScript {
  private SchemaScript() {}

  /** {@return the script, in the order of dependencies, for servers of that major version} */
  public static String of(SchemaModel model, int serverMajor) {
    var script = new StringBuilder();
    preamble(model).forEach(setting -> script.append(setting).append(";\n"));
    for (Step step : Planner.build(model, serverMajor).steps()) {
      script.append('\n').append(step.statement()).append('\n');
    }
    return script.toString();
  }

  /** {@return what a session is set to before these statements are run} */
  public static List<String> preamble(SchemaModel model) {
    return List.of(
        "SET client_min_messages = warning",
        "SET check_function_bodies = off",
        "SET search_path = " + SearchPath.of(model, model));
  }
}
