package dev.drift.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiResourceTest {
  private final JsonObject document =
      new JsonObject(new OpenApiResource().reply(new Latest.NotYet(Instant.EPOCH)).body());

  @Test
  void namesEveryRouteAndNoOther() {
    assertEquals(
        new TreeSet<>(Routes.paths()), new TreeSet<>(document.getJsonObject("paths").fieldNames()));
  }

  @Test
  void offersGetAndHeadAlone() {
    for (String path : Routes.paths()) {
      assertEquals(Set.of("get", "head"), item(path).fieldNames(), path);
    }
  }

  @Test
  void asksForTheTokenWhereTheServerDoes() {
    for (String path : Routes.paths()) {
      boolean open = Routes.at(path).orElseThrow().audience() == Resource.Audience.EVERYONE;
      JsonArray security = item(path).getJsonObject("get").getJsonArray("security");
      assertEquals(open, security != null && security.isEmpty(), path);
    }
  }

  @Test
  void refersOnlyToWhatItHolds() {
    var references = Pattern.compile("\"\\$ref\" ?: ?\"#/components/(\\w+)/(\\w+)\"");
    JsonObject components = document.getJsonObject("components");
    Set<String> dangling =
        references
            .matcher(document.encode())
            .results()
            .filter(found -> !components.getJsonObject(found.group(1)).containsKey(found.group(2)))
            .map(found -> found.group(2))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of(), dangling);
  }

  private JsonObject item(String path) {
    return document.getJsonObject("paths").getJsonObject(path);
  }
}
