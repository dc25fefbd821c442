package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.plpgsql.Step;
import dev.drift.engine.event.SchemaEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The courses that code may take where it is not known which. A course that ends in an error is not
 * the one that was taken: the migration would not have been applied.
 */
final class Courses {
  private record Course(Machine machine, Interpreter.Flow flow) {
    List<SchemaEvent> events() {
      return machine.changes.list().stream().map(Decision.Effect::event).toList();
    }
  }

  private final Machine machine;

  Courses(Machine machine) {
    this.machine = machine;
  }

  /** Goes all courses and keeps what is the same in all; the rest is unclear. */
  Interpreter.Flow run(List<List<Step>> alternatives) {
    var courses = new ArrayList<Course>();
    for (List<Step> steps : alternatives) {
      Machine fork = machine.fork();
      try {
        courses.add(new Course(fork, new Interpreter(fork).run(steps)));
      } catch (SqlError error) {
        machine.step();
      }
    }
    if (courses.isEmpty()) {
      return Interpreter.Flow.NEXT;
    }
    Course first = courses.get(0);
    machine.variables.meet(courses.stream().map(course -> course.machine().variables).toList());
    if (courses.stream().allMatch(course -> course.events().equals(first.events()))) {
      machine.adopt(first.machine());
      courses.stream().skip(1).forEach(course -> doubts(course.machine()));
    } else if (courses.stream().allMatch(course -> course.machine().makesShapesOnly())) {
      Course most =
          courses.stream().max(Comparator.comparingInt(course -> course.events().size())).get();
      machine.adopt(most.machine());
      courses.stream().filter(course -> !course.equals(most)).forEach(c -> doubts(c.machine()));
    } else {
      courses.forEach(course -> unclear(course.machine()));
    }
    return flow(courses);
  }

  /**
   * Goes through the body of a loop that goes over the same in every database, though it is not
   * known over what: shapes would leave open how many tables there are, which is for the migrations
   * to say.
   */
  Interpreter.Flow counted(List<Step> body) {
    Machine attempt = machine.fork();
    Interpreter.Flow flow = new Courses(attempt).run(List.of(body, List.of()));
    machine.variables.meet(List.of(attempt.variables));
    if (attempt.makesShapesOnly() && !attempt.isIdle() && !attempt.isUnclear()) {
      machine.unclear("loops over what is not known", Shapes.templates(attempt.reach()));
    } else {
      machine.adopt(attempt);
    }
    return flow;
  }

  /** Of a course with the same events only what is unclear counts. */
  private void doubts(Machine course) {
    if (course.isUnclear()) {
      unclear(course);
    }
  }

  private void unclear(Machine course) {
    if (!course.isIdle()) {
      machine.unclear("depends on data", course.isUnbounded() ? new TreeSet<>() : course.reach());
    }
  }

  private Interpreter.Flow flow(List<Course> courses) {
    Set<Interpreter.Flow> flows = EnumSet.noneOf(Interpreter.Flow.class);
    courses.forEach(course -> flows.add(course.flow()));
    if (flows.size() == 1) {
      return courses.get(0).flow();
    }
    if (flows.contains(Interpreter.Flow.RETURN)) {
      machine.mayHaveEnded();
    }
    if (flows.contains(Interpreter.Flow.EXIT) || flows.contains(Interpreter.Flow.CONTINUE)) {
      machine.mayHaveLeftLoop();
    }
    return Interpreter.Flow.NEXT;
  }
}
