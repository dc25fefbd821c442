package dev.drift.engine.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Play's evolutions: {@code conf/evolutions/default/3.sql} with {@code # --- !Ups} and {@code # ---
 * !Downs} sections, ordered by number. Lines that start with {@code #} are comments, and a
 * semicolon within a statement is written twice.
 */
final class PlayLayout implements Layout {
  private static final Pattern FILE = Pattern.compile("(?<version>\\d+)(?<name>)\\.sql");
  private static final Pattern OWN = Pattern.compile("(?m)^#.*$|;;");
  private static final Marks MARKS =
      new Marks(Pattern.compile("(?m)^(#|--).*!Ups.*$"), Pattern.compile("(?m)^(#|--).*!Downs.*$"));

  @Override
  public String tool() {
    return "play";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return MARKS.occurIn(folder, FILE, reading) ? Likeness.CERTAIN : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    return Numbered.inOrder(folders, FILE).stream().map(f -> read(f, reading)).toList();
  }

  private static Migration read(Numbered file, Reading reading) {
    FileText text = reading.text(file.file());
    List<Statement> statements =
        MARKS.forward(text.text()).stream()
            .map(part -> Filling.fill(text, part, OWN, PlayLayout::plain))
            .flatMap(filled -> reading.statements(filled).stream())
            .toList();
    return new Migration(
        file.version(), file.number(), "", file.file().shown(), "", true, false, statements);
  }

  private static Optional<String> plain(MatchResult own) {
    return Optional.of(own.group().equals(";;") ? ";" : "");
  }
}
