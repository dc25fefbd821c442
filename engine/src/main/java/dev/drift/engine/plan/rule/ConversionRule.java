package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;

import dev.drift.engine.model.Conversion;
import java.util.SortedMap;
import java.util.TreeMap;

/** Conversions, which can only be made anew. */
final class ConversionRule extends DefinedRule<Conversion> {
  @Override
  String definition(Conversion conversion) {
    return "CREATE "
        + (conversion.byDefault() ? "DEFAULT " : "")
        + "CONVERSION "
        + Sql.name(conversion.id())
        + " FOR "
        + literal(conversion.from())
        + " TO "
        + literal(conversion.to())
        + " FROM "
        + Addresses.routineName(conversion.function());
  }

  @Override
  String row(Conversion conversion) {
    return row("pg_conversion", "con", conversion.id());
  }

  @Override
  SortedMap<String, String> shape(Conversion conversion) {
    var shape = new TreeMap<String, String>();
    shape.put("from", text("pg_encoding_to_char(o.conforencoding)", conversion.from()));
    shape.put("to", text("pg_encoding_to_char(o.contoencoding)", conversion.to()));
    shape.put("function", calls("o.conproc", conversion.function()));
    shape.put("byDefault", flag("o.condefault", conversion.byDefault()));
    return shape;
  }
}
