package dev.drift.engine.scratch;

import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a proof is about: that a plan leads from one schema to where nothing is left to do.
 *
 * @param actual the schema it starts from
 * @param searchPath the search path of sessions on the live database
 * @param major the live server's major version
 * @param plan what is to be proved
 * @param next plans again, from the schema that was arrived at
 * @param back plans the way back from there, if that is asked for too
 */
public record Claim(
    SchemaModel actual,
    List<String> searchPath,
    int major,
    Plan plan,
    Function<SchemaModel, Plan> next,
    Optional<Function<SchemaModel, Plan>> back) {
  public Claim {
    searchPath = List.copyOf(searchPath);
  }
}
