package dev.drift.engine.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A file of runs, one JSON object a line, appended and never changed: an order as it begins, each
 * job as it is done, the end. The last run in it is the one that counts.
 */
public final class RunJournal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Supplier<Instant> clock;
  private final Set<Integer> done = new TreeSet<>();

  private RunJournal(Path file, Supplier<Instant> clock) {
    this.file = file;
    this.clock = clock;
  }

  /** A run that was begun; {@code ended} if nothing of it is left to do. */
  public record Earlier(Order order, RunJournal journal, boolean ended) {}

  /**
   * {@return the last run in {@code file}; empty if there is no file}
   *
   * @throws RunException if it cannot be read, or is no such file
   */
  public static Optional<Earlier> last(Path file, Supplier<Instant> clock) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<JsonNode> lines = read(file);
    Optional<Order> order = Optional.empty();
    var journal = new RunJournal(file, clock);
    boolean ended = false;
    for (JsonNode line : lines) {
      switch (line.path("event").asText()) {
        case "begins" -> {
          order = Optional.of(order(line));
          journal.done.clear();
          ended = false;
        }
        case "done" -> line.path("steps").forEach(step -> journal.done.add(step.asInt()));
        case "ends" -> ended = true;
        default -> {}
      }
    }
    boolean end = ended;
    return Optional.of(
        order
            .map(found -> new Earlier(found, journal, end))
            .orElseThrow(() -> new RunException(file + " is no journal of a run of drift")));
  }

  /**
   * {@return the journal of a run that begins now}
   *
   * @throws RunException if {@code file} cannot be written
   */
  public static RunJournal begin(Path file, Order order, Supplier<Instant> clock) {
    var journal = new RunJournal(file, clock);
    ObjectNode line = journal.line("begins");
    line.put("database", order.database()).put("from", order.from()).put("to", order.to());
    ArrayNode concerns = line.putArray("concerns");
    order.concerns().forEach(concerns::add);
    ArrayNode jobs = line.putArray("jobs");
    for (Order.Job job : order.jobs()) {
      ObjectNode one = jobs.addObject().put("transactional", job.transactional());
      ArrayNode tasks = one.putArray("tasks");
      for (Order.Task task : job.tasks()) {
        ObjectNode step =
            tasks
                .addObject()
                .put("step", task.place())
                .put("what", task.what())
                .put("catalogOnly", task.catalogOnly())
                .put("patient", task.patient());
        ArrayNode statements = step.putArray("statements");
        task.statements().forEach(statements::add);
      }
    }
    journal.append(line);
    return journal;
  }

  /** {@return whether the job is done} */
  boolean holds(Order.Job job) {
    return job.tasks().stream().allMatch(task -> done.contains(task.place()));
  }

  /** {@return how many steps are done} */
  public int size() {
    return done.size();
  }

  void done(Order.Job job) {
    ObjectNode line = line("done");
    ArrayNode steps = line.putArray("steps");
    job.tasks().forEach(task -> steps.add(task.place()));
    append(line);
    job.tasks().forEach(task -> done.add(task.place()));
  }

  void failed(Order.Task task, String reason) {
    append(line("fails").put("step", task.place()).put("reason", reason));
  }

  void end() {
    append(line("ends"));
  }

  private ObjectNode line(String event) {
    return JSON.createObjectNode().put("event", event).put("at", clock.get().toString());
  }

  /** A line is on the disk before the next step begins. */
  private void append(ObjectNode line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(false);
    } catch (IOException e) {
      throw new RunException(
          "cannot write the journal %s (%s): choose another --journal"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** The last line may have been cut off with the process that wrote it. */
  private static List<JsonNode> read(Path file) {
    try {
      var lines = new ArrayList<JsonNode>();
      for (String line : Files.readString(file).split("(?<=\n)")) {
        if (line.endsWith("\n")) {
          lines.add(JSON.readTree(line));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new RunException(
          "the journal %s cannot be read: %s"
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private static Order order(JsonNode line) {
    var concerns = new TreeSet<String>();
    line.path("concerns").forEach(id -> concerns.add(id.asText()));
    var jobs = new ArrayList<Order.Job>();
    for (JsonNode job : line.path("jobs")) {
      var tasks = new ArrayList<Order.Task>();
      for (JsonNode task : job.path("tasks")) {
        var statements = new ArrayList<String>();
        task.path("statements").forEach(statement -> statements.add(statement.asText()));
        tasks.add(
            new Order.Task(
                task.path("step").asInt(),
                task.path("what").asText(),
                task.path("catalogOnly").asBoolean(),
                task.path("patient").asBoolean(),
                statements));
      }
      jobs.add(new Order.Job(job.path("transactional").asBoolean(), tasks));
    }
    return new Order(
        line.path("database").asText(),
        line.path("from").asText(),
        line.path("to").asText(),
        concerns,
        jobs);
  }
}
