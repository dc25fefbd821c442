package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drift.engine.catalog.History;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Snapshots as JSON: one object per schema object, its record's name under {@code record}. */
public final class SnapshotJson {
  private static final String FORMAT = "drift-snapshot";
  private static final String RECORD = "record";
  private static final int VERSION = 1;
  private static final Map<String, Class<?>> RECORDS =
      Arrays.stream(SchemaObject.class.getPermittedSubclasses())
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private SnapshotJson() {}

  /** A text that is no snapshot, or not one that this version reads. */
  public static final class NotASnapshot extends Exception {
    private static final long serialVersionUID = 1L;

    NotASnapshot(String message) {
      super(message);
    }
  }

  /** {@return the snapshot as JSON, objects sorted by id} */
  public static String write(Snapshot snapshot) {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("database", snapshot.database());
    root.put("server", snapshot.server());
    root.put("major", snapshot.major());
    ArrayNode objects = root.putArray("objects");
    for (SchemaObject object : snapshot.model().objects()) {
      ObjectNode node = mapper.createObjectNode();
      node.put(RECORD, object.getClass().getSimpleName());
      node.setAll((ObjectNode) RecordJson.write((Record) object));
      objects.add(node);
    }
    if (!snapshot.histories().isEmpty()) {
      ArrayNode histories = root.putArray("histories");
      snapshot.histories().forEach(history -> histories.add(RecordJson.write(history)));
    }
    try {
      return mapper.writeValueAsString(root) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a snapshot cannot be written as JSON", e);
    }
  }

  /** {@return the snapshot that {@code json} holds} */
  public static Snapshot read(String json) throws NotASnapshot {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new NotASnapshot("it is not JSON: " + e.getOriginalMessage());
    }
    if (!root.path("format").asText().equals(FORMAT)) {
      throw new NotASnapshot("it is JSON, but not a drift snapshot");
    }
    if (root.path("version").asInt() != VERSION) {
      throw new NotASnapshot(
          "it is a snapshot of version %s, this drift reads version %d: take it again"
              .formatted(root.path("version").asText(), VERSION));
    }
    var objects = new ArrayList<SchemaObject>();
    var histories = new ArrayList<History>();
    try {
      for (JsonNode node : root.path("objects")) {
        Class<?> record = RECORDS.get(node.path(RECORD).asText());
        if (record == null) {
          throw new NotASnapshot("it holds an unknown type of object: " + node.path(RECORD));
        }
        objects.add((SchemaObject) RecordJson.read(node, record));
      }
      for (JsonNode node : root.path("histories")) {
        histories.add((History) RecordJson.read(node, History.class));
      }
    } catch (IllegalArgumentException e) {
      throw new NotASnapshot("it is damaged: " + e.getMessage());
    }
    return new Snapshot(
        root.path("database").asText(),
        root.path("server").asText(),
        root.path("major").asInt(),
        SchemaModel.of(objects),
        histories);
  }
}
