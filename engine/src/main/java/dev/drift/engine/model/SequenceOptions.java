package dev.drift.engine.model;

/**
 * What a sequence generates.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param cache how many values a session takes at once
 */
public record SequenceOptions(
    TypeName type, long start, long increment, long min, long max, long cache, boolean cycle) {

  /** {@return an ascending sequence of {@code type} with every default of CREATE SEQUENCE} */
  public static SequenceOptions ascending(TypeName type) {
    long max =
        switch (type.name()) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    return new SequenceOptions(type, 1, 1, 1, max, 1, false);
  }
}
