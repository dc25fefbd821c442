package dev.drift.engine.ddl;

import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.BaseType.Functions;
import dev.drift.engine.model.BaseType.Layout;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TYPE name (…)} and {@code ALTER TYPE name SET (…)} (DefineType in typecmds.c). */
final class BaseTypeStatements {
  private static final int SUBSCRIPTING_FUNCTIONS = 14;
  private static final TypeName INTERNAL = TypeName.builtin("internal");
  private static final TypeName TEXTS = new TypeName("pg_catalog", "cstring", "", true);

  private final Definition options;
  private final Context context;
  private final TypeName own;

  private BaseTypeStatements(ObjectId id, Definition options, Context context) {
    this.options = options;
    this.context = context;
    this.own = new TypeName(id.schema(), id.name(), "", false);
  }

  /** Reads the definition in parentheses. {@return the full type} */
  static BaseType read(ObjectId id, TokenReader tokens, Context context) {
    Definition options = Definition.read(tokens, context);
    return new BaseTypeStatements(id, options, context).read(id);
  }

  private BaseType read(ObjectId id) {
    Layout layout = layout(like());
    Optional<TypeName> element = options.type("element");
    Functions functions = functions(Functions.NONE);
    boolean raw =
        element.isPresent()
            && functions.subscript().isEmpty()
            && context.session().serverMajor() >= SUBSCRIPTING_FUNCTIONS;
    return new BaseType(
        id,
        true,
        raw ? withRawSubscripts(functions) : functions,
        layout,
        options.text("category").orElse("U"),
        options.flag("preferred", false),
        options.text("delimiter").orElse(","),
        options.text("default"),
        element,
        options.flag("collatable", false));
  }

  private static Functions withRawSubscripts(Functions functions) {
    return new Functions(
        functions.input(),
        functions.output(),
        functions.receive(),
        functions.send(),
        functions.modifierIn(),
        functions.modifierOut(),
        functions.analyze(),
        Optional.of(new QualifiedName("pg_catalog", "raw_array_subscript_handler")));
  }

  private Layout like() {
    Optional<TypeName> like = options.type("like");
    if (like.isEmpty()) {
      return Layout.VARIABLE;
    }
    return BuiltinLayouts.of(like.get())
        .or(
            () ->
                context.objects().named(like.get().schema(), like.get().name()).stream()
                    .filter(BaseType.class::isInstance)
                    .map(type -> ((BaseType) type).layout())
                    .findFirst())
        .orElse(Layout.VARIABLE);
  }

  private Layout layout(Layout like) {
    return new Layout(
        options
            .word("internallength")
            .map(length -> length.equals("variable") ? -1 : Integer.parseInt(length))
            .orElse(like.length()),
        options.flag("passedbyvalue", like.byValue()),
        options.word("alignment").map(BaseTypeStatements::alignment).orElse(like.alignment()),
        options.word("storage").orElse(like.storage()));
  }

  private static String alignment(String word) {
    return switch (word) {
      case "double", "float8", "doubleprecision", "pg_catalog.float8" -> "double";
      case "int2", "smallint", "pg_catalog.int2" -> "int2";
      case "char", "bpchar", "character", "pg_catalog.bpchar" -> "char";
      default -> "int4";
    };
  }

  private Functions functions(Functions before) {
    TypeName integer = TypeName.builtin("integer");
    return new Functions(
        reading("input", TypeName.builtin("cstring"), before.input()),
        function("output", List.of(own), before.output()),
        reading("receive", INTERNAL, before.receive()),
        function("send", List.of(own), before.send()),
        function("typmod_in", List.of(TEXTS), before.modifierIn()),
        function("typmod_out", List.of(integer), before.modifierOut()),
        function("analyze", List.of(INTERNAL), before.analyze()),
        function("subscript", List.of(INTERNAL), before.subscript()));
  }

  /** Input functions take one argument, or three: the text, the element type, the modifier. */
  private Optional<QualifiedName> reading(
      String option, TypeName source, Optional<QualifiedName> before) {
    List<TypeName> three = List.of(source, TypeName.builtin("oid"), TypeName.builtin("integer"));
    Optional<QualifiedName> one = function(option, List.of(source), before);
    return one.filter(name -> name.name().contains("(")).isPresent()
        ? one
        : function(option, three, before);
  }

  private Optional<QualifiedName> function(
      String option, List<TypeName> arguments, Optional<QualifiedName> before) {
    if (!options.has(option)) {
      return before;
    }
    return options
        .named(option)
        .filter(name -> !name.plain().equals("none"))
        .map(name -> Referents.routine(name.name(), arguments, context));
  }

  /** Columns that are there keep how they are stored. */
  static void keepStorage(BaseType before, BaseType after, Changes changes) {
    String was = before.layout().storage();
    String is = after.layout().storage();
    if (was.equals(is)) {
      return;
    }
    TypeName type = new TypeName(after.id().schema(), after.id().name(), "", false);
    for (SchemaObject object : List.copyOf(changes.objects().ofKind(Kind.COLUMN))) {
      if (object instanceof Column column
          && column.type().name().equals(type.name())
          && column.type().schema().equals(type.schema())
          && !column.type().array()) {
        String own = column.storage().orElse(was);
        changes.alter(
            column,
            ColumnEdit.of(
                column,
                edit -> edit.storage = Optional.of(own).filter(storage -> !storage.equals(is))));
      }
    }
  }

  /** Reads {@code SET (…)}. {@return the type with what it sets} */
  static BaseType alter(TokenReader tokens, BaseType type, Context context) {
    tokens.expect("set");
    Definition options = Definition.read(tokens, context);
    var reader = new BaseTypeStatements(type.id(), options, context);
    return new BaseType(
        type.id(),
        type.defined(),
        reader.functions(type.functions()),
        new Layout(
            type.layout().length(),
            type.layout().byValue(),
            type.layout().alignment(),
            options.word("storage").orElse(type.layout().storage())),
        type.category(),
        type.preferred(),
        type.delimiter(),
        type.defaultText(),
        type.element(),
        type.collatable());
  }
}
