package dev.drift.engine.ddl;

import dev.drift.engine.model.Conversion;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code CREATE}, {@code ALTER} and {@code DROP CONVERSION} (conversioncmds.c). */
final class ConversionStatements {
  /** Spellings of encodings that differ from the server's in more than case (encnames.c). */
  private static final Map<String, String> ENCODINGS =
      Map.ofEntries(
          Map.entry("unicode", "UTF8"),
          Map.entry("sqlascii", "SQL_ASCII"),
          Map.entry("eucjp", "EUC_JP"),
          Map.entry("euccn", "EUC_CN"),
          Map.entry("euckr", "EUC_KR"),
          Map.entry("euctw", "EUC_TW"),
          Map.entry("eucjis2004", "EUC_JIS_2004"),
          Map.entry("shiftjis2004", "SHIFT_JIS_2004"),
          Map.entry("muleinternal", "MULE_INTERNAL"),
          Map.entry("iso88591", "LATIN1"),
          Map.entry("iso88592", "LATIN2"),
          Map.entry("iso88595", "ISO_8859_5"),
          Map.entry("iso88596", "ISO_8859_6"),
          Map.entry("iso88597", "ISO_8859_7"),
          Map.entry("iso88598", "ISO_8859_8"),
          Map.entry("iso885915", "LATIN9"));

  private ConversionStatements() {}

  /** {@code CREATE [DEFAULT] CONVERSION name FOR 'A' TO 'B' FROM f}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean byDefault = tokens.accept("default");
    tokens.expect("conversion");
    Named name = Named.read(tokens);
    ObjectId id = ObjectId.of(Kind.CONVERSION, name.creationSchema(context), name.plain());
    if (context.objects().contains(id)) {
      throw Existing.taken(
          id, "conversion \"" + name.plain() + "\" already exists", name.at(), context);
    }
    tokens.expect("for");
    String source = encoding(tokens.string());
    tokens.expect("to");
    String target = encoding(tokens.string());
    tokens.expect("from");
    var changes = new Changes(context);
    changes.create(
        new Conversion(
            id,
            source,
            target,
            Referents.routine(Names.read(tokens), List.of(), context),
            byDefault));
    return changes.effects();
  }

  /** {@return the encoding as pg_encoding_to_char spells it} */
  private static String encoding(String text) {
    String key = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return ENCODINGS.getOrDefault(key, key.toUpperCase(Locale.ROOT));
  }

  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "conversion");
    var conversion = SchemaNames.require(tokens, Kind.CONVERSION, context);
    var changes = new Changes(context);
    Moves.orOwner(tokens, conversion, changes);
    return changes.effects();
  }
}
