package dev.drift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's {@code bin/drift}, with its own Java, with others, and with none. */
class LauncherIT {
  private static final Path DISTRIBUTION = Path.of("target/drift").toAbsolutePath();

  @TempDir Path temporary;
  private Path bare;

  private record Outcome(int exit, List<String> out, List<String> err) {}

  /** A copy without a Java of its own, which looks for none in the machine's usual places. */
  @BeforeEach
  void copyWithoutRuntime() throws IOException {
    bare = temporary.resolve("no runtime");
    Files.createDirectories(bare.resolve("bin"));
    String script = Files.readString(DISTRIBUTION.resolve("bin/drift"));
    Path launcher = bare.resolve("bin/drift");
    Files.writeString(launcher, script.replaceAll("(?s)in /usr/lib/jvm.*?; do", "in /nowhere; do"));
    assertTrue(launcher.toFile().setExecutable(true));
  }

  @Test
  void runsWithoutAnyJavaInstalled() throws Exception {
    Outcome outcome = run(DISTRIBUTION.resolve("bin/drift"), Map.of(), "--version");

    assertEquals(0, outcome.exit(), outcome.toString());
    assertTrue(outcome.out().getFirst().startsWith("drift "), outcome.toString());
    assertEquals(List.of(), outcome.err());
  }

  @Test
  void followsSymbolicLinks() throws Exception {
    Path absolute =
        Files.createSymbolicLink(temporary.resolve("one"), DISTRIBUTION.resolve("bin/drift"));
    Path relative = Files.createSymbolicLink(temporary.resolve("two"), Path.of("one"));

    int throughOne = run(absolute, Map.of(), "--version").exit();
    int throughTwo = run(relative, Map.of(), "--version").exit();
    Files.delete(relative);
    Files.delete(absolute);

    assertEquals(List.of(0, 0), List.of(throughOne, throughTwo));
  }

  @Test
  void exitsWith64OnAMistypedFlag() throws Exception {
    assertEquals(64, run(DISTRIBUTION.resolve("bin/drift"), Map.of(), "--versoin").exit());
  }

  @Test
  void passesArgumentsExactly() throws Exception {
    Path java = fakeJava("java 21", "21.0.2");

    Outcome outcome =
        run(bare.resolve("bin/drift"), Map.of("JAVA_HOME", java.toString()), "a b", "", "*", "$x");

    int count = outcome.out().size();
    assertEquals(List.of("[a b]", "[]", "[*]", "[$x]"), outcome.out().subList(count - 4, count));
  }

  @Test
  void choosesAJavaThatIsNewEnough() throws Exception {
    Path old = fakeJava("old", "17.0.15");
    Path suitable = fakeJava("suitable", "25");

    Outcome outcome =
        run(
            bare.resolve("bin/drift"),
            Map.of("DRIFT_JAVA", old + "/bin/java", "JAVA_HOME", suitable.toString()));

    assertEquals("25", outcome.out().getFirst());
  }

  @Test
  void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
    Path old = fakeJava("old", "17.0.15");

    Outcome outcome = run(bare.resolve("bin/drift"), Map.of("JAVA_HOME", old.toString()), "check");

    assertEquals(1, outcome.exit());
    assertEquals(List.of(), outcome.out());
    assertEquals(1, outcome.err().size(), outcome.toString());
    assertTrue(outcome.err().getFirst().contains("needs Java 21"), outcome.toString());
  }

  /** A Java that prints its version and then the arguments it gets, one a line, in brackets. */
  private Path fakeJava(String name, String version) throws IOException {
    Path home = temporary.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java, "#!/bin/sh\necho " + version + "\nprintf '[%s]\\n' \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    return home;
  }

  private Outcome run(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder process = new ProcessBuilder(launcher.toString());
    process.command().addAll(List.of(arguments));
    process.environment().clear();
    process.environment().put("PATH", toolsWithoutJava().toString());
    process.environment().putAll(environment);
    int exit = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Outcome(exit, Files.readAllLines(out), Files.readAllLines(err));
  }

  /** Where {@code sed} and {@code readlink} are on the path, {@code java} mostly is too. */
  private Path toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : List.of("readlink", "sed")) {
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    return tools;
  }
}
