package dev.drift.engine.apply;

import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Fingerprint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.plan.Batch;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Step;
import java.util.ArrayList;
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

  /** Tasks that are one transaction; or that run one after another outside any. */
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
   * @param patient whether it may wait for its locks as long as it takes
   */
  public record Task(
      int place, String what, boolean catalogOnly, boolean patient, List<String> statements) {
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
        database, Fingerprint.of(actual), Fingerprint.of(expected), concerns, jobs(plan));
  }

  /**
   * What an index build that failed leaves behind is dropped by a step of its own before it: the
   * two are tried again together.
   */
  private static List<Job> jobs(Plan plan) {
    var jobs = new ArrayList<Job>();
    var before = new ArrayList<Step>();
    for (Batch batch : plan.batches()) {
      boolean goesOn =
          !batch.transactional()
              && !before.isEmpty()
              && before.getLast().subject().equals(batch.steps().getFirst().subject());
      if (!before.isEmpty() && !goesOn) {
        jobs.add(job(before));
        before.clear();
      }
      if (batch.transactional()) {
        jobs.add(job(batch.steps()));
      } else {
        before.addAll(batch.steps());
      }
    }
    if (!before.isEmpty()) {
      jobs.add(job(before));
    }
    return jobs;
  }

  private static Job job(List<Step> steps) {
    return new Job(
        steps.getFirst().transactional(),
        steps.stream()
            .map(
                step ->
                    new Task(
                        step.place(),
                        step.what(),
                        step.isQuick(),
                        step.isPatient(),
                        step.statements()))
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
        .map(Difference::id)
        .filter(id -> !concerns.contains(id.toString()) && !isPassing(id))
        .map(ObjectId::toString)
        .toList();
  }

  /** What a step makes for a while, such as the check before SET NOT NULL, is in no plan. */
  private boolean isPassing(ObjectId id) {
    return id.name().contains("_drift_")
        && jobs.stream()
            .flatMap(job -> job.tasks().stream())
            .flatMap(task -> task.statements().stream())
            .anyMatch(statement -> statement.contains(id.name()));
  }
}
