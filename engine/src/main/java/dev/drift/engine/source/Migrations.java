package dev.drift.engine.source;

import dev.drift.engine.source.Layout.Likeness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the migration files of any tool. */
public final class Migrations {
  /** All layouts; of those a directory possibly has, the first one is taken. */
  private static final List<Layout> LAYOUTS =
      List.of(
          new PrismaLayout(),
          new DrizzleLayout(),
          new DieselLayout(),
          new GooseLayout(),
          new DbmateLayout(),
          new FlywayLayout(),
          new RefineryLayout(),
          new SqlxLayout(),
          new GolangMigrateLayout(),
          new SupabaseLayout(),
          new GraphileMigrateLayout(),
          new LiquibaseLayout(),
          new SqitchLayout(),
          new PopLayout(),
          new SqlMigrateLayout(),
          new TernLayout(),
          new PlayLayout(),
          new MybatisLayout(),
          new AtlasLayout(),
          new NodePgMigrateLayout(),
          new YoyoLayout(),
          new SchemaFileLayout(),
          new PlainLayout());

  private Migrations() {}

  /** {@return the names that {@code --tool} takes} */
  public static List<String> tools() {
    return LAYOUTS.stream().map(Layout::tool).sorted().toList();
  }

  /**
   * Reads all migrations of the given directories or files, in the order in which their tool runs
   * them.
   *
   * @param paths at least one directory or file
   * @param tool the layout; recognised if empty
   * @param placeholders values for the placeholders and variables in the files
   * @throws SourceException if there is nothing that can be read
   */
  public static MigrationSet read(
      List<Path> paths, Optional<String> tool, Map<String, String> placeholders) {
    if (paths.isEmpty()) {
      throw new SourceException("migrations: no directory is given; say --migrations DIR");
    }
    List<Folder> folders = withPrefixes(paths.stream().map(Folder::open).toList());
    var reading = new Reading(placeholders);
    Layout layout = tool.map(Migrations::named).orElseGet(() -> recognise(folders, reading));
    List<Migration> migrations = layout.read(folders, reading);
    if (migrations.isEmpty()) {
      throw new SourceException(
          "migrations: "
              + paths.get(0)
              + " holds no "
              + layout.tool()
              + " migrations; say --tool with another of "
              + String.join(", ", tools()));
    }
    return new MigrationSet(layout.tool(), migrations, reading.problems());
  }

  private static Layout named(String tool) {
    return LAYOUTS.stream()
        .filter(l -> l.tool().equals(tool))
        .findFirst()
        .orElseThrow(
            () ->
                new SourceException(
                    "migrations: the tool \""
                        + tool
                        + "\" is not known; --tool takes "
                        + String.join(", ", tools())));
  }

  private static Layout recognise(List<Folder> folders, Reading reading) {
    Layout first = recognise(folders.get(0), reading);
    for (Folder folder : folders.subList(1, folders.size())) {
      Layout other = recognise(folder, reading);
      if (!other.equals(first)) {
        throw new SourceException(
            "migrations: "
                + folders.get(0).path()
                + " looks like "
                + first.tool()
                + ", "
                + folder.path()
                + " like "
                + other.tool()
                + "; say --tool");
      }
    }
    return first;
  }

  private static Layout recognise(Folder folder, Reading reading) {
    Map<Likeness, List<Layout>> layouts = likenesses(folder, reading);
    List<Layout> certain = layouts.getOrDefault(Likeness.CERTAIN, List.of());
    if (certain.size() > 1) {
      throw new SourceException(
          "migrations: "
              + folder.path()
              + " looks like "
              + String.join(" or ", certain.stream().map(Layout::tool).toList())
              + "; say --tool");
    }
    if (!certain.isEmpty()) {
      return certain.get(0);
    }
    List<Layout> possible = layouts.getOrDefault(Likeness.POSSIBLE, List.of());
    if (possible.isEmpty() && new LiquibaseChangelogs(folder, reading).exist()) {
      throw new SourceException(
          "migrations: "
              + folder.path()
              + " holds Liquibase's changelogs in XML, YAML or JSON, which are not read; write what"
              + " \"liquibase update-sql\" prints into a file and say --migrations FILE");
    }
    if (possible.isEmpty()) {
      throw new SourceException(
          "migrations: "
              + folder.path()
              + " holds no migrations: there is no .sql file in it"
              + folder
                  .programs()
                  .map(e -> " but " + e + " files; drift reads SQL, such as pg_dump -s writes")
                  .orElse(""));
    }
    refuseOuter(folder, reading);
    return possible.get(0);
  }

  private static Map<Likeness, List<Layout>> likenesses(Folder folder, Reading reading) {
    return LAYOUTS.stream()
        .collect(Collectors.groupingBy(layout -> layout.recognise(folder, reading)));
  }

  /** A directory around a tool's migrations is not itself one of plain files. */
  private static void refuseOuter(Folder folder, Reading reading) {
    for (Folder inner : folder.directories()) {
      List<Layout> certain = likenesses(inner, reading).getOrDefault(Likeness.CERTAIN, List.of());
      for (Layout layout : certain) {
        throw new SourceException(
            "migrations: in "
                + folder.path()
                + " the directory "
                + inner.prefix()
                + " looks like "
                + layout.tool()
                + "; say --migrations "
                + inner.path()
                + ", or --tool plain for all files below");
      }
    }
  }

  /** Several directories are told apart by as many of their last names as it takes. */
  private static List<Folder> withPrefixes(List<Folder> folders) {
    if (folders.size() == 1) {
      return folders;
    }
    int names = 0;
    List<String> prefixes;
    do {
      names++;
      int last = names;
      prefixes = folders.stream().map(f -> lastNames(f.path(), last)).toList();
    } while (new HashSet<>(prefixes).size() < folders.size() && names < 64);
    var named = new ArrayList<Folder>();
    for (int i = 0; i < folders.size(); i++) {
      named.add(folders.get(i).withPrefix(prefixes.get(i) + "/"));
    }
    return named;
  }

  private static String lastNames(Path path, int count) {
    Path absolute = path.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    return names == 0
        ? ""
        : absolute.subpath(Math.max(0, names - count), names).toString().replace('\\', '/');
  }
}
