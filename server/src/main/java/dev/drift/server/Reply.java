package dev.drift.server;

import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request is answered with. */
record Reply(int status, String type, SortedMap<String, String> headers, String body) {
  Reply {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  static Reply json(int status, JsonObject body) {
    return json(status, body.encodePrettily() + "\n");
  }

  static Reply json(int status, String body) {
    return new Reply(status, "application/json", new TreeMap<>(), body);
  }

  /**
   * {@return a problem as RFC 9457 has it}
   *
   * @param detail what is wrong, and where
   * @param remedy what to do
   */
  static Reply problem(int status, String title, String detail, String remedy) {
    JsonObject body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("remedy", remedy);
    return new Reply(
        status, "application/problem+json", new TreeMap<>(), body.encodePrettily() + "\n");
  }

  Reply with(String header, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, more, body);
  }
}
