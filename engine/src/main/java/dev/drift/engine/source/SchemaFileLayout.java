package dev.drift.engine.source;

import java.util.List;

/** One file that makes the whole schema: written by hand, or by pg_dump. */
final class SchemaFileLayout implements Layout {
  @Override
  public String tool() {
    return "schema";
  }

  @Override
  public Likeness recognise(Folder folder, Reading reading) {
    return folder.single() ? Likeness.POSSIBLE : Likeness.NO;
  }

  @Override
  public List<Migration> read(List<Folder> folders, Reading reading) {
    var psql = new PsqlScript(reading);
    return folders.stream()
        .flatMap(f -> f.files().stream().filter(n -> f.single() || n.endsWith(".sql")).map(f::file))
        .map(f -> new Migration(f.stem(), "", f.shown(), "", false, psql.run(reading.text(f))))
        .toList();
  }
}
