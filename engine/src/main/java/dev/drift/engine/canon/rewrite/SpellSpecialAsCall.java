package dev.drift.engine.canon.rewrite;

import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.LiteralKind;
import dev.drift.engine.canon.tree.Node.Part;
import dev.drift.engine.canon.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code EXTRACT(year FROM x)} → {@code extract('year', x)}, {@code TRIM(LEADING y FROM x)} →
 * {@code ltrim(x, y)}, {@code POSITION(x IN y)} → {@code position(y, x)}, {@code SUBSTRING(x FROM y
 * FOR z)} → {@code substring(x, y, z)}, {@code OVERLAY} alike, {@code NORMALIZE(x, NFC)} → {@code
 * normalize(x, 'nfc')}, {@code x IS NFC NORMALIZED} → {@code is_normalized(x, 'nfc')} (gram.y). The
 * functions' plain spellings, which servers before 14 print, come to the same.
 */
final class SpellSpecialAsCall implements Rewrite {
  @Override
  public Scalar apply(Scalar node) {
    return switch (node) {
      case Node.Special special -> special(special);
      case Node.Test test when test.test().endsWith("NORMALIZED") -> normalized(test);
      case Node.Call call when call.function().is("similar_escape") && call.args().size() == 2 ->
          Node.Call.of("similar_to_escape", escape(call));
      default -> node;
    };
  }

  /** Before version 13 the escape was always there: {@code similar_escape(x, NULL)}. */
  private static List<Scalar> escape(Node.Call call) {
    Scalar pattern = call.args().get(0).value();
    Scalar escape = call.args().get(1).value();
    Scalar plain = escape instanceof Node.Cast cast ? cast.arg() : escape;
    boolean none = plain instanceof Node.Literal literal && literal.kind() == LiteralKind.NULL;
    return none ? List.of(pattern) : List.of(pattern, escape);
  }

  private static Scalar special(Node.Special special) {
    List<Scalar> args = special.parts().stream().map(Part::arg).flatMap(Optional::stream).toList();
    return switch (special.word()) {
      case "EXTRACT" -> {
        var field = new Node.Literal(LiteralKind.STRING, special.parts().get(0).word());
        yield Node.Call.of("extract", List.of(field, args.get(0)));
      }
      case "TRIM" -> trim(special.parts());
      case "POSITION" -> Node.Call.of("position", List.of(args.get(1), args.get(0)));
      case "SUBSTRING" -> substring(special.parts(), args);
      case "NORMALIZE" -> normalize(special.parts());
      default -> Node.Call.of(special.word().toLowerCase(Locale.ROOT), args);
    };
  }

  private static Scalar normalize(List<Part> parts) {
    var args = new ArrayList<Scalar>();
    for (Part part : parts) {
      args.add(part.arg().orElseGet(() -> form(part.word().substring(2))));
    }
    return Node.Call.of("normalize", args);
  }

  /** {@code [NOT] [form] NORMALIZED}. */
  private static Scalar normalized(Node.Test node) {
    String form = node.test().replaceFirst("^NOT ", "").replaceFirst(" ?NORMALIZED$", "");
    List<Scalar> args = form.isEmpty() ? List.of(node.arg()) : List.of(node.arg(), form(form));
    Scalar call = Node.Call.of("is_normalized", args);
    return node.test().startsWith("NOT ") ? new Node.Not(call) : call;
  }

  private static Scalar form(String word) {
    return new Node.Literal(LiteralKind.STRING, word.toLowerCase(Locale.ROOT));
  }

  private static Scalar trim(List<Part> parts) {
    String first = parts.isEmpty() ? "" : parts.get(0).word();
    String function =
        switch (first) {
          case "LEADING" -> "ltrim";
          case "TRAILING" -> "rtrim";
          default -> "btrim";
        };
    var text = new ArrayList<Scalar>();
    var characters = new ArrayList<Scalar>();
    boolean from = parts.stream().anyMatch(part -> part.word().equals("FROM"));
    for (Part part : parts) {
      boolean isText = part.word().equals("FROM") || !from && part.word().isEmpty();
      part.arg().ifPresent((isText ? text : characters)::add);
    }
    text.addAll(characters);
    return Node.Call.of(function, text);
  }

  private static Scalar substring(List<Part> parts, List<Scalar> args) {
    if (parts.size() == 2 && parts.get(1).word().equals("FOR")) {
      var one = new Node.Literal(LiteralKind.NUMBER, "1");
      return Node.Call.of("substring", List.of(args.get(0), one, args.get(1)));
    }
    boolean swapped = parts.size() == 3 && parts.get(1).word().equals("FOR");
    return Node.Call.of(
        "substring", swapped ? List.of(args.get(0), args.get(2), args.get(1)) : args);
  }
}
