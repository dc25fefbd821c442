package dev.drift.engine.apply;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Fingerprint;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Batch;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Step;
import dev.drift.engine.plan.Work;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan in the form in which it is run, kept and taken up again.
 *
 * @param database whose it is, without a password
 * @param from the fingerprint of the schema it starts from
 * @param to the fingerprint of the schema that is intended
 * @param concerns the objects that it changes or leaves as they are although they differ
 * @param jobs what is run, in order
 */
public record Order(
    String database, String from, String to, SortedSet<String> concerns, List<Job> jobs) {
  public Order {
    concerns = Collections.unmodifiableSortedSet(new TreeSet<>(concerns));
    jobs = List.copyOf(jobs);
  }

  /** Tasks that are one transaction; or one task that runs outside any. */
  public record Job(boolean transactional, List<Task> tasks) {
    public Job {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * One step.
   *
   * @param place its one-based place in the plan
   * @param catalogOnly whether it takes no time, whatever the size of its table
   */
  public record Task(int place, String what, boolean catalogOnly, List<String> statements) {
    public Task {
      statements = List.copyOf(statements);
    }
  }

  /** {@return the order to run {@code plan}} */
  public static Order of(
      String database,
      SchemaModel actual,
      SchemaModel expected,
      Plan plan,
      List<Difference> differences) {
    var concerns = new TreeSet<String>();
    plan.steps().stream().map(Step::subject).forEach(id -> concerns.add(id.toString()));
    plan.refusals().stream().map(Refusal::subject).forEach(id -> concerns.add(id.toString()));
    differences.forEach(difference -> concerns.add(difference.id().toString()));
    return new Order(
        database,
        Fingerprint.of(actual),
        Fingerprint.of(expected),
        concerns,
        plan.batches().stream().map(Order::job).toList());
  }

  private static Job job(Batch batch) {
    return new Job(
        batch.transactional(),
        batch.steps().stream()
            .map(
                step ->
                    new Task(
                        step.place(), step.what(), step.work() == Work.CATALOG, step.statements()))
            .toList());
  }

  /** {@return how many steps there are} */
  public int size() {
    return jobs.stream().mapToInt(job -> job.tasks().size()).sum();
  }

  /**
   * {@return what differs that this order knows nothing of; empty if it may be taken up again}
   *
   * @param differences as they are now
   */
  public List<String> foreign(List<Difference> differences) {
    return differences.stream()
        .map(difference -> difference.id().toString())
        .filter(id -> !concerns.contains(id))
        .toList();
  }
}
