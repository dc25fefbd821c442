package dev.drift.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.model.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The report of a check, in the lines that {@code migrations/README.md} describes. */
final class CheckJson {
  private final JsonNode report;

  CheckJson(String json) {
    try {
      report = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  /** {@return {@code class kind schema.table.name [attribute]} of each finding, sorted} */
  List<String> findings() {
    return entries(report.path("findings")).map(CheckJson::line).sorted().toList();
  }

  /** {@return {@code file:line message} of each statement that PostgreSQL refuses} */
  List<String> rejected() {
    return entries(report.path("coverage").path("rejected"))
        .map(
            problem ->
                "%s:%d %s"
                    .formatted(
                        problem.path("file").asText(),
                        problem.path("line").asInt(),
                        problem.path("message").asText()))
        .toList();
  }

  private static String line(JsonNode finding) {
    JsonNode object = finding.path("object");
    String kind = object.path("kind").asText();
    String name = object.path("name").asText();
    return Stream.of(
            finding.path("class").asText(),
            kind,
            Stream.of(
                    text(object.path("schema")),
                    text(object.path("table")),
                    kind.equals("comment") ? described(name) : name)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(".")),
            text(finding.path("attribute")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** {@code table users} → {@code users} */
  private static String described(String name) {
    return Stream.of(Kind.values())
        .map(kind -> kind.words() + " ")
        .filter(name::startsWith)
        .max(Comparator.comparing(String::length))
        .map(kind -> name.substring(kind.length()))
        .orElse(name);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : "";
  }

  private static Stream<JsonNode> entries(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
