package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.BaseType.Functions;
import dev.drift.engine.model.BaseType.Layout;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Base types: a shell first, which its functions can name, and the type itself after them. It goes
 * together with those functions, since each needs the other.
 */
final class BaseTypeRule extends DefinedRule<BaseType> {
  @Override
  String definition(BaseType type) {
    return "CREATE TYPE " + Sql.name(type.id());
  }

  @Override
  public List<Action> create(BaseType type, Scene scene) {
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.CREATE,
                type.id(),
                "create " + type.id() + (type.defined() ? " as a shell" : ""),
                definition(type))
            .when("NOT " + exists(type)));
    if (type.defined()) {
      actions.add(full(type));
    }
    return actions;
  }

  private Action full(BaseType type) {
    return Action.of(
            Verb.FINISH,
            type.id(),
            "define " + type.id(),
            definition(type) + " (\n  " + String.join(",\n  ", options(type)) + "\n)")
        .resolvingNames()
        .guarded(
            Guard.when("EXISTS (SELECT FROM " + row(type) + " AND NOT o.typisdefined)")
                .orElse(isSo(type)));
  }

  private static List<String> options(BaseType type) {
    var options = new ArrayList<String>();
    functions(type.functions()).forEach((name, function) -> option(options, name, function));
    Layout layout = type.layout();
    options.add("INTERNALLENGTH = " + (layout.length() < 0 ? "VARIABLE" : "" + layout.length()));
    if (layout.byValue()) {
      options.add("PASSEDBYVALUE");
    }
    options.add("ALIGNMENT = " + layout.alignment());
    options.add("STORAGE = " + layout.storage());
    options.add("CATEGORY = " + literal(type.category()));
    if (type.preferred()) {
      options.add("PREFERRED = true");
    }
    type.defaultText().ifPresent(text -> options.add("DEFAULT = " + literal(text)));
    type.element().ifPresent(element -> options.add("ELEMENT = " + Types.sql(element)));
    options.add("DELIMITER = " + literal(type.delimiter()));
    if (type.collatable()) {
      options.add("COLLATABLE = true");
    }
    return options;
  }

  private static void option(List<String> options, String name, Optional<QualifiedName> function) {
    function
        .filter(one -> !one.name().equals("raw_array_subscript_handler"))
        .ifPresent(one -> options.add(name + " = " + Addresses.routineName(one)));
  }

  /** The functions by their options. */
  private static SortedMap<String, Optional<QualifiedName>> functions(Functions functions) {
    var named = new TreeMap<String, Optional<QualifiedName>>();
    named.put("INPUT", functions.input());
    named.put("OUTPUT", functions.output());
    named.put("RECEIVE", functions.receive());
    named.put("SEND", functions.send());
    named.put("TYPMOD_IN", functions.modifierIn());
    named.put("TYPMOD_OUT", functions.modifierOut());
    named.put("ANALYZE", functions.analyze());
    named.put("SUBSCRIPT", functions.subscript());
    return named;
  }

  @Override
  String row(BaseType type) {
    return row("pg_type", "typ", type.id());
  }

  @Override
  SortedMap<String, String> shape(BaseType type) {
    var shape = new TreeMap<String, String>();
    shape.put("defined", flag("o.typisdefined", type.defined()));
    if (!type.defined()) {
      return shape;
    }
    Functions functions = type.functions();
    var calls = new ArrayList<String>();
    calls.add(calls("o.typinput", functions.input()));
    calls.add(calls("o.typoutput", functions.output()));
    calls.add(calls("o.typreceive", functions.receive()));
    calls.add(calls("o.typsend", functions.send()));
    calls.add(calls("o.typmodin", functions.modifierIn()));
    calls.add(calls("o.typmodout", functions.modifierOut()));
    calls.add(calls("o.typanalyze", functions.analyze()));
    shape.put("functions", Shape.all(calls));
    shape.put(
        "layout",
        "o.typlen = "
            + type.layout().length()
            + " AND "
            + flag("o.typbyval", type.layout().byValue())
            + " AND o.typstorage = '"
            + storage(type.layout().storage())
            + "'");
    shape.put("category", "o.typcategory = " + literal(type.category()));
    shape.put("delimiter", "o.typdelim = " + literal(type.delimiter()));
    shape.put("defaultText", text("o.typdefault", type.defaultText().orElse("")));
    return shape;
  }

  private static String storage(String storage) {
    return storage.equals("extended") ? "x" : storage.substring(0, 1);
  }

  @Override
  public List<Action> drop(BaseType type, Scene scene) {
    String cascade = type.defined() ? " CASCADE" : "";
    return List.of(
        Action.of(
                Verb.DROP,
                type.id(),
                "drop " + type.id() + (type.defined() ? " with its functions" : ""),
                "DROP TYPE " + Sql.name(type.id()) + cascade)
            .when(exists(type)));
  }

  @Override
  public Change change(BaseType before, BaseType after, Set<String> attributes, Scene scene) {
    if (!before.defined()) {
      return new Change.InPlace(List.of(full(after)));
    }
    boolean settable =
        after.defined()
            && Set.of("functions", "layout").containsAll(attributes)
            && before.functions().input().equals(after.functions().input())
            && before.functions().output().equals(after.functions().output())
            && before.layout().length() == after.layout().length()
            && before.layout().byValue() == after.layout().byValue()
            && before.layout().alignment().equals(after.layout().alignment());
    if (!settable) {
      return new Change.Rebuild(has(before, attributes), true);
    }
    var options = new ArrayList<String>();
    SortedMap<String, Optional<QualifiedName>> old = functions(before.functions());
    functions(after.functions())
        .forEach(
            (name, function) -> {
              if (!function.equals(old.get(name))) {
                options.add(name + " = " + function.map(Addresses::routineName).orElse("NONE"));
              }
            });
    if (!before.layout().storage().equals(after.layout().storage())) {
      options.add("STORAGE = " + after.layout().storage());
    }
    String sql = "ALTER TYPE " + Sql.name(after.id()) + " SET (" + String.join(", ", options) + ")";
    return new Change.InPlace(List.of(alter(before, after, attributes, sql)));
  }
}
