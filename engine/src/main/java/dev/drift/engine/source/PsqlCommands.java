package dev.drift.engine.source;

import java.util.Set;

/** psql's commands that change nothing in the schema. */
final class PsqlCommands {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          """
          ! ? C H T a bind bind_named cd close_prepared conninfo copy
          copyright crosstabview echo encoding endpipeline errverbose f g gdesc getenv gx help
          html lo_export lo_import lo_list lo_unlink o out p parse password print prompt
          pset q qecho quit r reset restrict s sendpipeline setenv sf startpipeline
          sv syncpipeline t timing unrestrict w warn watch write x z
          """
              .strip()
              .split("\\s+"));

  private PsqlCommands() {}

  /** {@return whether the command {@code name} is known and does nothing to the schema} */
  static boolean isHarmless(String name) {
    return WITHOUT_EFFECT.contains(name)
        || name.startsWith("d")
        || name.startsWith("l")
        || name.startsWith("e")
        || name.startsWith("!")
        || name.isEmpty();
  }
}
