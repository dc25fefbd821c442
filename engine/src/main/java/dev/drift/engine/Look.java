package dev.drift.engine;

import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.progress.Status;
import dev.drift.engine.source.MigrationSet;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The migrations and a database, both looked at: the migrations are replayed while the catalogs are
 * read.
 *
 * @param start the session in which migrations start there
 * @param replayed all migrations, whatever is recorded
 */
record Look(
    MigrationSet set,
    Session start,
    Replayed replayed,
    Observation observation,
    Recording recording) {

  /**
   * Looks at both.
   *
   * @param observing reads the database, and tells early in which session migrations would start
   * @param recording reads the history table
   */
  static Look at(
      Supplier<MigrationSet> reading,
      Function<Consumer<Session>, Observation> observing,
      Function<MigrationSet, Function<Observation, Recording>> recording) {
    CompletableFuture<MigrationSet> read = CompletableFuture.supplyAsync(reading);
    var greeting = new CompletableFuture<Session>();
    CompletableFuture<Replayed> replaying =
        read.thenCombineAsync(greeting, (set, start) -> Replay.replay(set.migrations(), start));
    Observation observation = observing.apply(greeting::complete);
    Session start =
        Session.fresh(observation.major(), observation.searchPath())
            .with(observation.roles())
            .with(Now.ANY.in(observation.timeZone()));
    greeting.complete(start);
    MigrationSet set = join(read);
    Recording recorded = recording.apply(set).apply(observation);
    return new Look(set, start, join(replaying), observation, recorded);
  }

  /** {@return the same with more seen of the database} */
  Look with(Observation more) {
    return new Look(set, start, replayed, more, recording);
  }

  /** {@return how far the database is} */
  Status status() {
    return Status.of(recording.progress(), replayed, observation.model());
  }

  /** {@return the session in which migrations would start there at that time} */
  Session startAt(Instant instant) {
    return start.with(Now.at(instant, start.now().zone()));
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
