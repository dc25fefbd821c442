package dev.drift.benchmarks;

import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.source.Migration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Whole histories on one thread: from statements to schema models, and from files to them. The
 * column to look at is {@code statements}, which are statements a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReplayBenchmark {
  private static final int SERVER = 17;

  /** See {@link Histories#in}. */
  @Param("../engine/src/test/resources/cases")
  public String histories = "";

  private Histories sources = Histories.none();
  private List<List<Migration>> read = List.of();

  /** How many statements were replayed. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    public long statements;
  }

  /** Reads the files once. */
  @Setup
  public void open() throws IOException {
    sources = Histories.in(histories);
    read = sources.read();
  }

  /** Statements to models. */
  @Benchmark
  public void replay(Counter counter, Blackhole models) {
    replay(read, counter, models);
  }

  /** Files to models. */
  @Benchmark
  public void readAndReplay(Counter counter, Blackhole models) {
    replay(sources.read(), counter, models);
  }

  private static void replay(List<List<Migration>> histories, Counter counter, Blackhole models) {
    Session start = Session.fresh(SERVER, Session.SERVER_PATH);
    for (List<Migration> history : histories) {
      models.consume(Replay.replay(history, start));
      history.forEach(migration -> counter.statements += migration.statements().size());
    }
  }
}
