package dev.drift.engine.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.engine.diff.Baseline;
import java.io.IOException;
import java.util.HashSet;

/** Baselines: what a JSON report of an earlier check found. */
public final class BaselineJson {
  private BaselineJson() {}

  /**
   * {@return the findings that {@code json} reports, as accepted ones}
   *
   * @throws IOException if it is no JSON report of a check
   */
  public static Baseline read(String json) throws IOException {
    JsonNode report = new ObjectMapper().readTree(json);
    JsonNode findings = report.has("advice") ? report.path("advice") : report.path("findings");
    if (!findings.isArray()) {
      throw new IOException("it is not a JSON report of drift check");
    }
    var ids = new HashSet<String>();
    findings.forEach(finding -> ids.add(finding.path("id").asText()));
    return new Baseline(ids);
  }
}
