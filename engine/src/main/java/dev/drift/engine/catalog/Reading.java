package dev.drift.engine.catalog;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Column.Identity;
import dev.drift.engine.model.ColumnNumbers;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One introspection under way: the objects so far, and what later readers look up by object
 * identifier. Mutable, for one thread.
 */
final class Reading {
  private record Address(String catalog, String oid) {}

  /** Smaller object identifiers are the server's own (FirstNormalObjectId, transam.h). */
  static final long FIRST_OWN = 16384;

  private final List<SchemaObject> objects = new ArrayList<>();
  private final SortedMap<String, Integer> notModelled = new TreeMap<>();
  private final Map<String, String> schemas = new HashMap<>();
  private final Map<String, Relation> relations = new HashMap<>();
  private final Map<Address, ObjectId> addresses = new HashMap<>();
  private final Set<QualifiedName> extensionTypes = new HashSet<>();
  private final Map<String, TypeName> types = new HashMap<>();
  private final Map<String, QualifiedName> collations = new HashMap<>();
  private final Map<String, Identity> identities = new HashMap<>();
  private final Map<String, CatalogIndex> indexes = new HashMap<>();
  private final Map<ObjectId, Integer> columnNumbers = new HashMap<>();
  private final OperatorClasses operatorClasses = new OperatorClasses();
  private final Charset encoding;

  Reading(String serverEncoding) {
    this.encoding =
        "UTF8".equals(serverEncoding) ? StandardCharsets.UTF_8 : charset(serverEncoding);
  }

  private static Charset charset(String name) {
    String java = name.replaceFirst("^LATIN", "ISO-8859-").replaceFirst("^WIN", "windows-");
    return Charset.isSupported(java) ? Charset.forName(java) : StandardCharsets.ISO_8859_1;
  }

  /** {@return how the server keeps text in byte strings} */
  Charset encoding() {
    return encoding;
  }

  List<SchemaObject> objects() {
    return objects;
  }

  SortedMap<String, Integer> notModelled() {
    return notModelled;
  }

  /** Adds a column, whose number may be larger than its position. */
  void add(Column column, int number) {
    objects.add(column);
    if (number != column.position()) {
      columnNumbers.put(column.id(), number);
    }
  }

  ColumnNumbers columnNumbers() {
    return new ColumnNumbers(true, columnNumbers);
  }

  OperatorClasses operatorClasses() {
    return operatorClasses;
  }

  /** The indexes of tables and materialized views; those behind constraints are taken out. */
  Map<String, CatalogIndex> indexes() {
    return indexes;
  }

  /** The identities of columns, by {@code relation.column}. */
  Map<String, Identity> identities() {
    return identities;
  }

  /** Adds an object that {@code catalog} holds under {@code oid}. */
  void add(String catalog, String oid, SchemaObject object) {
    objects.add(object);
    address(catalog, oid, object.id());
  }

  /** Adds an object that nothing refers to. */
  void add(SchemaObject object) {
    objects.add(object);
  }

  /** Remembers what {@code catalog} holds under {@code oid}. */
  void address(String catalog, String oid, ObjectId id) {
    addresses.put(new Address(catalog, oid), id);
  }

  /** {@return what {@code catalog} holds under {@code oid}, if the model has it} */
  Optional<ObjectId> object(String catalog, String oid) {
    return Optional.ofNullable(addresses.get(new Address(catalog, oid)));
  }

  void schema(String oid, String name) {
    schemas.put(oid, name);
  }

  /** {@return the name of a schema that is not the system's} */
  Optional<String> schema(String oid) {
    return Optional.ofNullable(schemas.get(oid));
  }

  void relation(String oid, Relation relation) {
    relations.put(oid, relation);
  }

  /** {@return the relation, whether it is an object of the model or an extension's} */
  Optional<Relation> relation(String oid) {
    return Optional.ofNullable(relations.get(oid));
  }

  /** {@return the relations behind the composite types of the model} */
  List<Relation> ownComposites() {
    return relations.values().stream()
        .filter(relation -> relation.isComposite() && !relation.member())
        .toList();
  }

  /** {@return the relation if it is an object of the model} */
  Optional<Relation> ownRelation(String oid) {
    return relation(oid).filter(relation -> !relation.member());
  }

  void collation(String oid, QualifiedName name) {
    collations.put(oid, name);
  }

  Optional<QualifiedName> collation(String oid) {
    return Optional.ofNullable(collations.get(oid));
  }

  /**
   * {@return what a row refers to as {@code oid name}}: by its id's name where it is an object of
   * the model, by its plain name where it is the server's own or an extension's, the latter without
   * a schema
   */
  Optional<QualifiedName> referent(String catalog, Optional<String> oidAndName) {
    return oidAndName.map(reference -> referent(catalog, reference));
  }

  /** {@return the same where there is always one} */
  QualifiedName referent(String catalog, String oidAndName) {
    int space = oidAndName.indexOf(' ');
    String oid = oidAndName.substring(0, space);
    return object(catalog, oid)
        .map(id -> new QualifiedName(id.schema(), id.name()))
        .orElseGet(
            () ->
                new QualifiedName(
                    Long.parseLong(oid) < FIRST_OWN ? "pg_catalog" : "",
                    oidAndName.substring(space + 1)));
  }

  void extensionType(QualifiedName name) {
    extensionTypes.add(name);
  }

  /** {@return the type that {@code format_type} wrote; one of an extension without its schema} */
  TypeName type(String formatted) {
    return types.computeIfAbsent(formatted, this::parse);
  }

  private TypeName parse(String formatted) {
    TypeName type = Types.parse(formatted);
    return extensionTypes.contains(new QualifiedName(type.schema(), type.name()))
        ? new TypeName("", type.name(), type.modifier(), type.array())
        : type;
  }
}
