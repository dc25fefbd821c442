package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.model.ObjectId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the functions and operators of a text were found to be, while it was typed. */
public final class Choices {
  private final Map<Integer, Optional<ObjectId>> byPlace = new HashMap<>();
  private final SortedSet<ObjectId> own = new TreeSet<>();

  /** Nothing was found yet. */
  public Choices() {}

  void chose(Name name, Signature signature) {
    if (name.place().index() >= 0) {
      byPlace.put(name.place().index(), signature.own());
    }
    signature.own().ifPresent(own::add);
  }

  /** {@return whether it was found what the name at that token means} */
  public boolean isTold(int place) {
    return byPlace.containsKey(place);
  }

  /** {@return what of the model the name at that token means, if it is of the model} */
  public Optional<ObjectId> own(int place) {
    return byPlace.getOrDefault(place, Optional.empty());
  }

  /** {@return all of the model that was found, what has no name in the text included} */
  public SortedSet<ObjectId> own() {
    return Collections.unmodifiableSortedSet(own);
  }
}
