package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.catalog.History;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.progress.MigrationStatus;
import dev.drift.engine.progress.StatementStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a finding of class {@code history} says of its migration, for programs: what the record has,
 * what is there, and which statements are not.
 *
 * @param migration empty where the record names one that has no file
 */
record HistoryFindingJson(Finding finding, Optional<MigrationStatus> migration) {
  private static final String CHECKSUM = "checksum";

  /** {@return what the history table says: {@code applied}, or the checksum it has} */
  Optional<String> expected() {
    if (isChecksum()) {
      return migration.flatMap(HistoryFindingJson::recordedChecksum);
    }
    return Optional.of(migration.map(HistoryFindingJson::recorded).orElse("applied"));
  }

  /** {@return what is there of it: {@code partial}, or its file's checksum} */
  Optional<String> actual() {
    return migration.map(
        each -> isChecksum() ? each.migration().checksum() : each.extent().label());
  }

  void write(JsonGenerator json) throws IOException {
    if (migration.isEmpty()) {
      return;
    }
    MigrationStatus each = migration.get();
    json.writeObjectFieldStart("history");
    json.writeStringField("version", each.migration().version());
    json.writeStringField("name", each.migration().name());
    json.writeStringField("file", each.migration().file());
    json.writeStringField("verdict", each.verdict().label());
    json.writeStringField("recorded", recorded(each));
    json.writeStringField("extent", each.extent().label());
    json.writeArrayFieldStart("flags");
    for (MigrationStatus.Flag flag : each.flags()) {
      json.writeString(flag.label());
    }
    json.writeEndArray();
    json.writeNumberField("statements", each.statements().size());
    json.writeArrayFieldStart("lacking");
    for (StatementStatus statement : each.statements()) {
      if (!statement.lacking().isEmpty()) {
        lacking(statement, json);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void lacking(StatementStatus statement, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", statement.number());
    json.writeStringField("file", statement.statement().file());
    json.writeNumberField("line", statement.statement().line());
    json.writeNumberField("column", statement.statement().column());
    json.writeStringField("verdict", statement.verdict().label());
    json.writeEndObject();
  }

  private boolean isChecksum() {
    return finding.attribute().filter(CHECKSUM::equals).isPresent();
  }

  private static Optional<String> recordedChecksum(MigrationStatus each) {
    return each.standing().entry().flatMap(History.Entry::checksum);
  }

  private static String recorded(MigrationStatus each) {
    return each.standing().mark().name().toLowerCase(Locale.ROOT);
  }
}
