package dev.drift.engine.render.tool;

import java.util.List;

/** How one tool wants its migrations. */
public interface ToolFormat {
  /** {@return the tool's name, as {@code --format} takes it} */
  String tool();

  /**
   * {@return the files of the next migrations, in the order in which the tool will run them}
   *
   * @throws IllegalArgumentException with one line for people, if the directory is not as expected
   */
  List<MigrationFile> write(Draft draft, Directory directory);
}
