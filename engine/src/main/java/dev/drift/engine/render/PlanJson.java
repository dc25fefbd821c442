package dev.drift.engine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.drift.engine.model.TableSize;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Plan;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.plan.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan, as {@code schema/drift-repair.schema.json} describes it. */
public final class PlanJson {
  private final JsonGenerator json;
  private final Contents contents;

  private PlanJson(JsonGenerator json, Contents contents) {
    this.json = json;
    this.contents = contents;
  }

  /**
   * What there is to tell.
   *
   * @param renames what may only have another name than intended
   * @param remarks what a proof has brought
   */
  public record Contents(
      String database,
      String server,
      Plan plan,
      StepNotes notes,
      List<Rename> renames,
      List<String> remarks) {
    public Contents {
      renames = List.copyOf(renames);
      remarks = List.copyOf(remarks);
    }
  }

  /** {@return the plan as one JSON document, ending in a line feed} */
  public static String render(Contents contents) {
    return JsonText.of(
        json -> {
          new PlanJson(json, contents).document();
        });
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeObjectFieldStart("target");
    json.writeStringField("database", contents.database());
    json.writeStringField("server", contents.server());
    json.writeEndObject();
    strings("remarks", contents.remarks());
    json.writeArrayFieldStart("steps");
    for (Step step : contents.plan().steps()) {
      step(step);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("refusals");
    for (Refusal refusal : contents.plan().refusals()) {
      refusal(refusal);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("renames");
    for (Rename rename : contents.renames()) {
      rename(rename);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void step(Step step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("place", step.place());
    json.writeStringField("phase", label(step.phase()));
    json.writeStringField("what", step.what());
    JsonText.object(json, step.subject());
    JsonText.optional(json, "origin", contents.notes().origins().apply(step.subject()));
    json.writeStringField("lock", step.lock().label());
    json.writeStringField("work", label(step.work()));
    size(contents.notes().size(step));
    strings("hazards", step.hazards().stream().map(Hazard::name).toList());
    json.writeBooleanField("transactional", step.transactional());
    json.writeStringField("statement", step.statement());
    json.writeStringField("sql", step.sql());
    json.writeEndObject();
  }

  private void size(Optional<TableSize> size) throws IOException {
    if (size.isEmpty()) {
      json.writeNullField("table");
      return;
    }
    json.writeObjectFieldStart("table");
    if (size.get().rows().isPresent()) {
      json.writeNumberField("rows", size.get().rows().getAsLong());
    } else {
      json.writeNullField("rows");
    }
    json.writeNumberField("bytes", size.get().bytes());
    json.writeEndObject();
  }

  private void refusal(Refusal refusal) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", refusal.what());
    JsonText.object(json, refusal.subject());
    json.writeStringField("reason", refusal.reason());
    json.writeStringField("sql", refusal.sql());
    json.writeEndObject();
  }

  private void rename(Rename rename) throws IOException {
    json.writeStartObject();
    JsonText.object(json, rename.from());
    json.writeStringField("old", rename.value().orElse(rename.from().name()));
    json.writeStringField("new", rename.value().isPresent() ? rename.name() : rename.to().name());
    json.writeBooleanField("enumValue", rename.value().isPresent());
    json.writeStringField("option", "--rename " + rename.option());
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
