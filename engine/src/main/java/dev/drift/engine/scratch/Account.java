package dev.drift.engine.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL's programs run as: they refuse to run as root, or as a user whom the
 * system has no name for.
 *
 * @param prefix what a command line begins with so that it runs as that user
 * @param owner the user that must own the data directory, where it is another one
 */
record Account(List<String> prefix, Optional<String> owner) {
  private static final Account OWN = new Account(List.of(), Optional.empty());

  /** In a user namespace without a mapping one is nobody, and still owns one's files. */
  private static final Account NAMESPACE = new Account(List.of("unshare", "-U"), Optional.empty());

  private static final Account NOBODY =
      new Account(
          List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--"),
          Optional.of("nobody"));

  static Account current() {
    if (uid() != 0 && isNamed()) {
      return OWN;
    }
    return Stream.of(NAMESPACE, NOBODY)
        .filter(Account::works)
        .findFirst()
        .orElseThrow(
            () ->
                new ScratchException(
                    "PostgreSQL does not run as root or as a user without a name, and this system"
                        + " permits neither 'unshare -U' nor 'setpriv': run drift as an ordinary"
                        + " user"));
  }

  /** {@return the number of the user this process runs as, 0 for root} */
  static int uid() {
    try {
      Path probe = Files.createTempFile("drift-", "");
      try {
        return (int) Files.getAttribute(probe, "unix:uid");
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new ScratchException("cannot write to the temporary directory: " + e.getMessage(), e);
    }
  }

  private static boolean isNamed() {
    return !System.getProperty("user.name").equals("?");
  }

  List<String> command(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  /** Gives a directory to the user that PostgreSQL runs as. */
  void own(Path directory) throws IOException {
    if (owner.isPresent()) {
      Files.setOwner(
          directory,
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(owner.get()));
    }
  }

  private boolean works() {
    try {
      return new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScratchException("interrupted", e);
    }
  }
}
