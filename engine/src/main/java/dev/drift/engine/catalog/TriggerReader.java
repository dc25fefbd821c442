package dev.drift.engine.catalog;

import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.PartitionTrigger;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code pg_trigger} to {@link Trigger}. */
final class TriggerReader implements CatalogReader {
  private static final int FOR_EACH_ROW = 1;
  private static final int BEFORE = 2;
  private static final int INSERT = 4;
  private static final int DELETE = 8;
  private static final int UPDATE = 16;
  private static final int TRUNCATE = 32;
  private static final int INSTEAD = 64;

  @Override
  public String family() {
    return "triggers";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    Map<String, CatalogRow> byOid = new HashMap<>();
    rows.forEach(row -> byOid.put(row.text("oid"), row));
    for (CatalogRow row : rows) {
      if (!row.text("parent").equals("0")) {
        copy(row, byOid, reading).ifPresent(reading::add);
        continue;
      }
      reading
          .ownRelation(row.text("relation"))
          .ifPresent(
              relation ->
                  reading.add("pg_trigger", row.text("oid"), trigger(row, relation, reading)));
    }
  }

  /** A partition's trigger, for that at the end of the chain of its parents. */
  private static Optional<PartitionTrigger> copy(
      CatalogRow row, Map<String, CatalogRow> byOid, Reading reading) {
    Optional<CatalogRow> original = Optional.of(row);
    while (original.isPresent() && !original.get().text("parent").equals("0")) {
      original = Optional.ofNullable(byOid.get(original.get().text("parent")));
    }
    Optional<Relation> top = original.flatMap(found -> reading.ownRelation(found.text("relation")));
    Optional<Relation> partition = reading.ownRelation(row.text("relation"));
    if (top.isEmpty() || partition.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PartitionTrigger(
            partition.get().id().child(Kind.PARTITION_TRIGGER, row.text("name")),
            top.get().id().child(Kind.TRIGGER, original.get().text("name")),
            Codes.enabled(row.text("enabled"))));
  }

  private static Trigger trigger(CatalogRow row, Relation relation, Reading reading) {
    int type = row.number("type");
    return new Trigger(
        relation.id().child(Kind.TRIGGER, row.text("name")),
        timing(type),
        events(type),
        new LinkedHashSet<>(relation.names(row.numbers("columns"))),
        (type & FOR_EACH_ROW) != 0,
        row.flag("is_constraint"),
        Codes.deferral(row.flag("is_deferrable"), row.flag("is_deferred")),
        reading.relation(row.text("referenced")).map(Relation::id),
        row.optional("old_table"),
        row.optional("new_table"),
        row.optional("definition").map(TriggerReader::condition),
        new QualifiedName(row.text("function_schema"), row.text("function")),
        arguments(row.text("arguments"), reading.encoding()),
        Codes.enabled(row.text("enabled")));
  }

  private static String timing(int type) {
    if ((type & INSTEAD) != 0) {
      return "instead of";
    }
    return (type & BEFORE) != 0 ? "before" : "after";
  }

  private static SortedSet<String> events(int type) {
    var events = new TreeSet<String>();
    if ((type & INSERT) != 0) {
      events.add("insert");
    }
    if ((type & UPDATE) != 0) {
      events.add("update");
    }
    if ((type & DELETE) != 0) {
      events.add("delete");
    }
    if ((type & TRUNCATE) != 0) {
      events.add("truncate");
    }
    return events;
  }

  /** {@code … FOR EACH ROW WHEN ((old.a > 0)) EXECUTE …} → {@code old.a > 0}. */
  static Expression condition(String definition) {
    var reader = new TokenReader(Tokenizer.tokenize(definition));
    while (!reader.accept("when")) {
      reader.next();
    }
    List<Token> condition = reader.group();
    return Deparsed.expression(
        definition.substring(condition.getFirst().offset(), condition.getLast().end()));
  }

  /** Each argument ends in a zero byte. */
  static List<String> arguments(String hex, Charset encoding) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    var arguments = new ArrayList<String>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0) {
        arguments.add(new String(bytes, from, at - from, encoding));
        from = at + 1;
      }
    }
    return arguments;
  }
}
