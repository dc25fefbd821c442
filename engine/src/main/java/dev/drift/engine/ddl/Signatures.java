package dev.drift.engine.ddl;

import dev.drift.engine.model.ObjectId;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The input types in the names of routines and operators: {@code f(integer, public.mood)}. */
final class Signatures {
  private Signatures() {}

  /** {@return {@code id} with {@code change} applied to the types in its name} */
  static ObjectId change(ObjectId id, UnaryOperator<String> change) {
    return switch (id.kind()) {
      case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> id.withName(change(id.name(), change));
      case CAST -> {
        String[] types = id.name().split(" AS ", 2);
        yield id.withName(element(types[0], change) + " AS " + element(types[1], change));
      }
      case TRANSFORM -> {
        int language = id.name().indexOf(" LANGUAGE ");
        yield id.withName(
            element(id.name().substring(0, language), change) + id.name().substring(language));
      }
      default -> id;
    };
  }

  private static String element(String type, UnaryOperator<String> change) {
    return type.endsWith("[]")
        ? change.apply(type.substring(0, type.length() - 2)) + "[]"
        : change.apply(type);
  }

  /** {@return {@code name} with {@code change} applied to each of its types, arrays aside} */
  static String change(String name, UnaryOperator<String> change) {
    int open = name.indexOf('(');
    if (open < 0 || !name.endsWith(")")) {
      return name;
    }
    String types = name.substring(open + 1, name.length() - 1);
    return Arrays.stream(types.split(", "))
        .map(type -> element(type, change))
        .collect(Collectors.joining(", ", name.substring(0, open + 1), ")"));
  }
}
