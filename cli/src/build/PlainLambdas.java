import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes of a jar's lambdas classes of their own, as if each had been written as an anonymous one. A
 * lambda that captures something is made through method handles otherwise, which costs a native
 * call where only the first compiler runs, and five interpreted methods before it does.
 */
final class PlainLambdas {
  private final ClassFile classFile;
  private final ClassModel model;
  private final ClassDesc owner;
  private final ClassDesc host;
  private final Map<ClassDesc, byte[]> made = new LinkedHashMap<>();

  private PlainLambdas(ClassFile classFile, byte[] bytes) {
    this.classFile = classFile;
    this.model = classFile.parse(bytes);
    this.owner = model.thisClass().asSymbol();
    this.host =
        model
            .findAttribute(Attributes.nestHost())
            .map(nest -> nest.nestHost().asSymbol())
            .orElse(owner);
  }

  /** Argument: the jar, changed in place. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Map<ClassDesc, List<ClassDesc>> nests = new LinkedHashMap<>();
    try (FileSystem files = Jar.open(jar);
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      ClassFile classFile = Jar.classFile(files, jar);
      for (Path path : walk.filter(file -> file.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        var lambdas = new PlainLambdas(classFile, bytes);
        byte[] plain = lambdas.transformed(bytes);
        if (plain != bytes) {
          Files.write(path, plain);
        }
        for (Map.Entry<ClassDesc, byte[]> lambda : lambdas.made.entrySet()) {
          Files.write(path(files, lambda.getKey()), lambda.getValue());
          nests.computeIfAbsent(lambdas.host, key -> new ArrayList<>()).add(lambda.getKey());
        }
      }
      for (Map.Entry<ClassDesc, List<ClassDesc>> nest : nests.entrySet()) {
        Path path = path(files, nest.getKey());
        Files.write(path, joined(classFile, Files.readAllBytes(path), nest.getValue()));
      }
    }
  }

  private static Path path(FileSystem files, ClassDesc type) {
    String name = type.descriptorString();
    return files.getPath("/" + name.substring(1, name.length() - 1) + ".class");
  }

  /** The nest of that host with more members: what is private to it is theirs too. */
  private static byte[] joined(ClassFile classFile, byte[] bytes, List<ClassDesc> more) {
    ClassModel host = classFile.parse(bytes);
    List<ClassDesc> members = new ArrayList<>();
    host.findAttribute(Attributes.nestMembers())
        .ifPresent(
            nest -> nest.nestMembers().stream().map(ClassEntry::asSymbol).forEach(members::add));
    members.addAll(more);
    return classFile.transformClass(
        host,
        ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
            .andThen(
                ClassTransform.endHandler(to -> to.with(NestMembersAttribute.ofSymbols(members)))));
  }

  private byte[] transformed(byte[] bytes) {
    boolean none =
        model.methods().stream()
            .flatMap(method -> method.code().stream())
            .flatMap(code -> code.elementStream())
            .noneMatch(element -> lambda(element).isPresent());
    return none
        ? bytes
        : classFile.transformClass(model, ClassTransform.transformingMethodBodies(this::plain));
  }

  private void plain(CodeBuilder code, CodeElement element) {
    Optional<Lambda> lambda = lambda(element);
    if (lambda.isPresent()) {
      ClassDesc type =
          ClassDesc.ofDescriptor(
              owner.descriptorString().replaceFirst(";$", "\\$Lambda" + made.size() + ";"));
      made.put(type, lambda.get().write(classFile, model.majorVersion(), type, host));
      code.invokestatic(type, Lambda.MAKE, lambda.get().factory());
    } else {
      code.with(element);
    }
  }

  /** The lambda that an instruction makes, if it is one that can be told in plain bytecode. */
  private static Optional<Lambda> lambda(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
            && call.bootstrapMethod().owner().displayName().equals("LambdaMetafactory")
            && call.bootstrapMethod().methodName().equals("metafactory")
        ? Optional.of(Lambda.of(call)).filter(Lambda::isPlain)
        : Optional.empty();
  }
}
