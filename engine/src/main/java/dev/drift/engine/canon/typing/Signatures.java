package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.TypeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types, casts, operators and functions of {@code pg_catalog}, from the resource {@code
 * signatures.txt}: read when first asked for, a name's signatures when it is first met.
 */
final class Signatures {
  /** What {@code pg_type} and {@code pg_range} say: {@code of} is a range's subtype. */
  record Fact(char category, boolean preferred, boolean range, Optional<TypeName> of) {}

  /** What {@code pg_cast} says. */
  record Cast(char context, char method) {}

  private static final class Loaded {
    private static final Signatures ALL = new Signatures();
  }

  private final Map<String, Fact> types = new HashMap<>();
  private final Map<TypeName, Map<TypeName, Cast>> casts = new HashMap<>();
  private final Map<String, String> operators = new HashMap<>();
  private final Map<String, String> functions = new HashMap<>();
  private final Map<String, List<Signature>> read = new ConcurrentHashMap<>();

  private Signatures() {
    text()
        .lines()
        .forEach(
            line -> {
              int space = line.indexOf(' ', 2);
              String name = line.substring(2, space);
              String rest = line.substring(space + 1);
              switch (line.charAt(0)) {
                case 't' -> types.put(type(name).name(), fact(rest.split(" ")));
                case 'c' -> cast(name, rest.split(" "));
                case 'o' -> operators.put(name, rest);
                default -> functions.put(name, rest);
              }
            });
  }

  static Signatures get() {
    return Loaded.ALL;
  }

  private static String text() {
    try (InputStream in = Signatures.class.getResourceAsStream("signatures.txt")) {
      if (in == null) {
        throw new IllegalStateException("signatures.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fact fact(String[] words) {
    return new Fact(
        words[0].charAt(0),
        words[1].equals("t"),
        words.length > 2 && words[2].equals("r"),
        words.length > 3 ? Optional.of(type(words[3])) : Optional.empty());
  }

  private void cast(String source, String[] words) {
    casts
        .computeIfAbsent(type(source), key -> new HashMap<>())
        .put(type(words[0]), new Cast(words[1].charAt(0), words[2].charAt(0)));
  }

  /** {@return what is known of the built-in type with that canonical name} */
  Optional<Fact> fact(String canonicalName) {
    return Optional.ofNullable(types.get(canonicalName));
  }

  Optional<Cast> cast(TypeName from, TypeName to) {
    return Optional.ofNullable(casts.getOrDefault(from, Map.of()).get(to));
  }

  Set<String> functionNames() {
    return Collections.unmodifiableSet(functions.keySet());
  }

  List<Signature> functions(String name) {
    return read.computeIfAbsent("f" + name, key -> signatures(functions.getOrDefault(name, "")));
  }

  List<Signature> operators(String name) {
    return read.computeIfAbsent("o" + name, key -> signatures(operators.getOrDefault(name, "")));
  }

  private static List<Signature> signatures(String text) {
    var list = new ArrayList<Signature>();
    for (String signature : text.isEmpty() ? new String[0] : text.split(";")) {
      list.add(signature(signature));
    }
    return List.copyOf(list);
  }

  private static Signature signature(String text) {
    int arrow = text.indexOf('>');
    String arguments = text.substring(0, arrow);
    int equals = arguments.indexOf('=');
    int defaults = equals < 0 ? 0 : Integer.parseInt(arguments.substring(equals + 1));
    String list = equals < 0 ? arguments : arguments.substring(0, equals);
    var args = new ArrayList<TypeName>();
    for (String arg : list.split(",")) {
      if (!arg.isEmpty()) {
        args.add(type(arg.startsWith("*") ? arg.substring(1) : arg));
      }
    }
    String result = text.substring(arrow + 1);
    boolean set = result.startsWith("*");
    int brace = result.indexOf('{');
    String type = result.substring(set ? 1 : 0, brace < 0 ? result.length() : brace);
    return new Signature(
        args,
        list.indexOf('*') >= 0,
        defaults,
        type(type),
        set,
        brace < 0 ? List.of() : columns(result.substring(brace + 1, result.length() - 1)),
        List.of(),
        Optional.empty());
  }

  private static List<OutputColumn> columns(String text) {
    var columns = new ArrayList<OutputColumn>();
    for (String column : text.split(",")) {
      int space = column.indexOf(' ');
      columns.add(
          new OutputColumn(
              column.substring(0, space), Optional.of(type(column.substring(space + 1)))));
    }
    return columns;
  }

  private static TypeName type(String name) {
    boolean array = name.endsWith("[]");
    TypeName type = Types.ofCatalog(array ? name.substring(0, name.length() - 2) : name);
    return array ? type.toArray() : type;
  }
}
