import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives the classes of a jar stack maps and Java 17's class file version. An AOT cache leaves out
 * classes older than Java 6's, which picocli's are, and they are most of what a short command
 * loads.
 */
final class RaiseClassVersion {
  private static final int OLD = ClassFile.JAVA_5_VERSION;
  private static final int NEW = ClassFile.JAVA_17_VERSION;
  private static final String NOTE =
      "Class files raised from version " + OLD + " to " + NEW + ".\n";

  /** Argument: the jar, changed in place. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      ClassFile classFile =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(name -> open(files, name))
                      .orElse(
                          ClassHierarchyResolver.ofResourceParsing(
                              ClassLoader.getSystemClassLoader()))));
      List<Path> classes = walk.filter(path -> path.toString().endsWith(".class")).toList();
      for (Path path : classes) {
        byte[] bytes = Files.readAllBytes(path);
        if (classFile.parse(bytes).majorVersion() <= OLD) {
          Files.write(path, raised(classFile, bytes));
        }
      }
      Files.writeString(files.getPath("/META-INF/CHANGES"), NOTE);
    }
  }

  private static byte[] raised(ClassFile classFile, byte[] bytes) {
    ClassTransform version =
        ClassTransform.dropping(element -> element instanceof ClassFileVersion)
            .andThen(ClassTransform.endHandler(to -> to.withVersion(NEW, 0)));
    ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    return classFile.transformClass(classFile.parse(bytes), version.andThen(bodies));
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
