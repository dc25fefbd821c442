package dev.drift.engine.source;

import java.util.List;

/** How one migration tool keeps, orders and records its migrations. */
interface Layout {

  /** How much a directory looks like a layout. */
  enum Likeness {
    NO,
    /** Nothing speaks against it, but other layouts read it as well. */
    POSSIBLE,
    /** Something is there that only this tool writes. */
    CERTAIN
  }

  /** {@return the tool's name, as {@code --tool} takes it} */
  String tool();

  /** {@return how much {@code folder} looks like this tool's} */
  Likeness recognise(Folder folder, Reading reading);

  /** {@return the migrations of these directories together, in the tool's order} */
  List<Migration> read(List<Folder> folders, Reading reading);
}
