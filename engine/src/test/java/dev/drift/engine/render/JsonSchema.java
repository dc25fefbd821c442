package dev.drift.engine.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds documents to the part of JSON Schema that ours uses. */
public final class JsonSchema {
  private JsonSchema() {}

  /** {@return where {@code json} is not as the schema in this resource says} */
  public static List<String> complaints(String json, String resource) throws IOException {
    JsonNode schema;
    try (InputStream stream = JsonSchema.class.getResourceAsStream(resource)) {
      schema = new ObjectMapper().readTree(stream);
    }
    var complaints = new ArrayList<String>();
    conform("report", new ObjectMapper().readTree(json), schema, complaints);
    return complaints;
  }

  private static void conform(
      String path, JsonNode value, JsonNode schema, List<String> complaints) {
    if (schema.has("anyOf")) {
      conform(path, value, schema.path("anyOf").path(value.isNull() ? 0 : 1), complaints);
    } else if (value.isArray()) {
      value.forEach(item -> conform(path + "[]", item, schema.path("items"), complaints));
    } else if (value.isObject()) {
      schema
          .path("required")
          .forEach(
              name -> {
                if (!value.has(name.asText())) {
                  complaints.add(path + " lacks " + name.asText());
                }
              });
      value
          .properties()
          .forEach(
              field -> {
                JsonNode declared = schema.path("properties").path(field.getKey());
                if (declared.isMissingNode()) {
                  complaints.add(path + " has " + field.getKey() + ", which is not declared");
                } else {
                  conform(path + "." + field.getKey(), field.getValue(), declared, complaints);
                }
              });
    } else if (schema.has("enum")
        && StreamSupport.stream(schema.path("enum").spliterator(), false)
            .noneMatch(value::equals)) {
      complaints.add(path + " is " + value);
    }
  }
}
