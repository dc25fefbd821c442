package dev.drift.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One stable topological sort of actions. Among what is free the phase decides, then drops before
 * creates, then the kind, then the name. A cycle is cut at its first action.
 */
final class ActionGraph {
  private final List<Action> actions;
  private final Map<Node, List<Integer>> places = new LinkedHashMap<>();
  private final List<Set<Integer>> followers = new ArrayList<>();
  private final List<Set<Integer>> wishers = new ArrayList<>();
  private final int[] waiting;
  private final int[] wishing;

  /** What is done to one object in one way stays in the order of {@code actions}. */
  ActionGraph(List<Action> actions) {
    this.actions = actions;
    this.waiting = new int[actions.size()];
    this.wishing = new int[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      followers.add(new HashSet<>());
      wishers.add(new HashSet<>());
      places.computeIfAbsent(actions.get(i).node(), key -> new ArrayList<>()).add(i);
    }
    places.values().forEach(this::chain);
  }

  /** {@return where in the list of actions that is done; empty if it is not} */
  List<Integer> places(Node node) {
    return places.getOrDefault(node, List.of());
  }

  /** One action waits for the other. */
  void edge(int from, int to) {
    if (from != to && followers.get(from).add(to)) {
      waiting[to]++;
    }
  }

  /** One action waits for the other unless that would be a cycle. */
  void wish(int from, int to) {
    if (from != to && wishers.get(from).add(to)) {
      wishing[to]++;
    }
  }

  /** {@return the actions in order} */
  List<Action> sorted() {
    Comparator<Integer> rank =
        Comparator.comparing((Integer i) -> actions.get(i).phase())
            .thenComparing(i -> group(actions.get(i).node().verb()))
            .thenComparing(i -> kindRank(actions.get(i).node()))
            .thenComparing(i -> actions.get(i).node().id())
            .thenComparing(i -> i);
    var free = new PriorityQueue<>(rank);
    var left = new TreeSet<>(rank);
    for (int i = 0; i < actions.size(); i++) {
      left.add(i);
      if (waiting[i] == 0 && wishing[i] == 0) {
        free.add(i);
      }
    }
    var ordered = new ArrayList<Action>();
    while (!left.isEmpty()) {
      int next = free.isEmpty() ? cut(left) : free.remove();
      if (!left.remove(next)) {
        continue;
      }
      ordered.add(actions.get(next));
      for (int follower : followers.get(next)) {
        if (--waiting[follower] == 0 && wishing[follower] <= 0) {
          free.add(follower);
        }
      }
      for (int wisher : wishers.get(next)) {
        if (--wishing[wisher] == 0 && waiting[wisher] <= 0) {
          free.add(wisher);
        }
      }
    }
    return ordered;
  }

  /** The first that waits only for what a routine's body names, else just the first. */
  private int cut(SortedSet<Integer> left) {
    return left.stream().filter(i -> waiting[i] <= 0).findFirst().orElse(left.first());
  }

  private static int group(Verb verb) {
    return switch (verb) {
      case LOOK, MEND, DETACH, AWAY, DROP -> 0;
      case CREATE, ALTER -> 1;
      case ATTACH -> 2;
      case VALIDATE, TIGHTEN, FINISH -> 3;
    };
  }

  private static int kindRank(Node node) {
    int rank = node.id().kind().ordinal();
    return group(node.verb()) == 0 ? -rank : rank;
  }

  private void chain(List<Integer> sequence) {
    for (int i = 1; i < sequence.size(); i++) {
      edge(sequence.get(i - 1), sequence.get(i));
    }
  }
}
