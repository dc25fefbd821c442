package dev.drift.engine.plan;

import dev.drift.engine.model.SchemaModel;

/** The DDL of a whole schema: plain CREATE statements that load into an empty database. */
public final class SchemaScript {
  private SchemaScript() {}

  /** {@return the script, in the order of dependencies, for servers of that major version} */
  public static String of(SchemaModel model, int serverMajor) {
    var script = new StringBuilder();
    script
        .append("SET client_min_messages = warning;\n")
        .append("SET check_function_bodies = off;\n")
        .append("SET search_path = ")
        .append(SearchPath.of(model, model))
        .append(";\n");
    for (Step step : Planner.build(model, serverMajor).steps()) {
      script.append('\n').append(step.statement()).append('\n');
    }
    return script.toString();
  }
}
