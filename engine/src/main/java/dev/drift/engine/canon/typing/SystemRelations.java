package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The relations of {@code pg_catalog} and {@code information_schema} with their columns, and the
 * domains of the latter, from the resource {@code relations.txt}: for each server the listing of
 * the newest one that is not newer.
 */
public final class SystemRelations {
  /** Stands for a server of unknown version: what any has. */
  public static final int ANY_MAJOR = 0;

  private static final String STANDARD = "information_schema";
  private static final Set<String> SCHEMAS = Set.of("pg_catalog", STANDARD);

  private static final class Loaded {
    private static final SystemRelations ALL = new SystemRelations();
  }

  /** By {@code schema.name}, then by the first server of which it is true: the columns' text. */
  private final Map<String, NavigableMap<Integer, String>> relations = new HashMap<>();

  private final Map<String, TypeName> domains = new HashMap<>();

  private SystemRelations() {
    text().lines().forEach(line -> add(line.split(" ", 4)));
  }

  private void add(String[] words) {
    if (words[1].equals("d")) {
      domains.put(words[2], Types.parse(words[3].replace('+', ' ')));
    } else {
      relations
          .computeIfAbsent(words[2], key -> new TreeMap<>())
          .put(Integer.valueOf(words[0]), words[3]);
    }
  }

  private static String text() {
    try (InputStream in = SystemRelations.class.getResourceAsStream("relations.txt")) {
      if (in == null) {
        throw new IllegalStateException("relations.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return whether the schema is the server's own} */
  public static boolean isSystem(String schema) {
    return SCHEMAS.contains(schema);
  }

  /** {@return the server's own relation of that name, whatever kind it is of} */
  public static Optional<ObjectId> find(String schema, String name) {
    return isSystem(schema) && Loaded.ALL.relations.containsKey(schema + '.' + name)
        ? Optional.of(ObjectId.of(Kind.VIEW, schema, name))
        : Optional.empty();
  }

  /**
   * {@return its columns in order on servers of that version; none if there is no such relation}
   */
  public static List<OutputColumn> columns(ObjectId relation, int serverMajor) {
    if (!isSystem(relation.schema())) {
      return List.of();
    }
    NavigableMap<Integer, String> versions =
        Loaded.ALL.relations.getOrDefault(
            relation.schema() + '.' + relation.name(), new TreeMap<>());
    if (versions.isEmpty()) {
      return List.of();
    }
    if (serverMajor != ANY_MAJOR) {
      Map.Entry<Integer, String> found = versions.floorEntry(serverMajor);
      return found == null ? List.of() : columns(found.getValue());
    }
    var all = new ArrayList<OutputColumn>();
    for (String text : versions.descendingMap().values()) {
      columns(text).stream()
          .filter(column -> all.stream().noneMatch(known -> known.name().equals(column.name())))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static List<OutputColumn> columns(String text) {
    var columns = new ArrayList<OutputColumn>();
    for (String column : text.split(" ")) {
      int equals = column.indexOf('=');
      TypeName type = type(column.substring(equals + 1));
      columns.add(new OutputColumn(column.substring(0, equals), Optional.of(type)));
    }
    return List.copyOf(columns);
  }

  private static TypeName type(String text) {
    return Loaded.ALL.domains.containsKey(text)
        ? new TypeName(STANDARD, text, "", false)
        : Types.parse(text.replace('+', ' '));
  }

  /** {@return the domain of that name in {@code information_schema}} */
  static Optional<DomainType> domain(TypeName type) {
    return type.schema().equals(STANDARD) && !type.array()
        ? Optional.ofNullable(Loaded.ALL.domains.get(type.name()))
            .map(
                base ->
                    new DomainType(
                        ObjectId.of(Kind.DOMAIN, STANDARD, type.name()),
                        base,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
        : Optional.empty();
  }
}
