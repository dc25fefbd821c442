package dev.drift.engine.property;

import java.util.ArrayList;
import java.util.List;

/** Several statements in a transaction, some of which are taken back. */
final class TransactionDdl {
  private final World world;
  private final List<String> savepoints = new ArrayList<>();

  TransactionDdl(World world) {
    this.world = world;
  }

  String statement() {
    var script = new ArrayList<String>();
    script.add(world.either("BEGIN", "START TRANSACTION", "BEGIN ISOLATION LEVEL READ COMMITTED"));
    for (int i = 2 + world.number(4); i > 0; i--) {
      script.add(world.chance(40) ? savepoint() : Generator.single(world));
    }
    script.add(world.either("COMMIT", "ROLLBACK", "END TRANSACTION", "ABORT", "COMMIT WORK"));
    return String.join(";\n", script);
  }

  private String savepoint() {
    if (savepoints.isEmpty() || world.chance(50)) {
      String name = world.either("s1", "s2", "\"S3\"");
      savepoints.add(name);
      return "SAVEPOINT " + name;
    }
    String name = world.pick(savepoints);
    boolean release = world.chance(30);
    savepoints.subList(savepoints.lastIndexOf(name) + (release ? 0 : 1), savepoints.size()).clear();
    return release
        ? world.either("RELEASE ", "RELEASE SAVEPOINT ") + name
        : world.either("ROLLBACK TO ", "ROLLBACK WORK TO SAVEPOINT ", "ROLLBACK TO SAVEPOINT ")
            + name;
  }
}
