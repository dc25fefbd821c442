import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A jar whose classes are rewritten in place, among those that it needs in one directory. */
final class Jar {
  private Jar() {}

  static FileSystem open(Path jar) throws IOException {
    return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
  }

  /** {@return how its classes are read and written, which knows their ancestors} */
  static ClassFile classFile(FileSystem files, Path jar) throws IOException {
    return ClassFile.of(
        ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(type -> open(files, type))
                .orElse(siblings(jar))
                .orElse(
                    ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader()))));
  }

  private static ClassHierarchyResolver siblings(Path jar) throws IOException {
    List<FileSystem> opened = new ArrayList<>();
    try (Stream<Path> jars = Files.list(jar.toAbsolutePath().getParent())) {
      for (Path sibling :
          jars.filter(path -> path.toString().endsWith(".jar") && !path.endsWith(jar.getFileName()))
              .toList()) {
        opened.add(FileSystems.newFileSystem(sibling));
      }
    }
    return ClassHierarchyResolver.ofResourceParsing(
        type ->
            opened.stream()
                .map(files -> open(files, type))
                .filter(stream -> stream != null)
                .findFirst()
                .orElse(null));
  }

  private static InputStream open(FileSystem files, ClassDesc type) {
    String name = type.descriptorString();
    Path path = files.getPath("/" + name.substring(1, name.length() - 1) + ".class");
    try {
      return Files.exists(path) ? Files.newInputStream(path) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
