import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces in a jar what Java links anew at every start, and no AOT cache of Java 25 keeps: the
 * bootstraps of pattern switches and of records' {@code equals} and {@code hashCode} become plain
 * bytecode that does the same.
 */
final class PlainSwitches {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final ClassFile classFile;
  private final ClassModel model;
  private final ClassDesc owner;
  private final List<InvokeDynamicInstruction> switches = new ArrayList<>();

  private PlainSwitches(ClassFile classFile, byte[] bytes) {
    this.classFile = classFile;
    this.model = classFile.parse(bytes);
    this.owner = model.thisClass().asSymbol();
  }

  /** Argument: the jar, changed in place. */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    try (FileSystem files = Jar.open(jar);
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      ClassFile classFile = Jar.classFile(files, jar);
      for (Path path : walk.filter(file -> file.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        byte[] plain = new PlainSwitches(classFile, bytes).transformed(bytes);
        if (plain != bytes) {
          Files.write(path, plain);
        }
      }
    }
  }

  private byte[] transformed(byte[] bytes) {
    CodeTransform body = this::plain;
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies(
            method ->
                method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .anyMatch(PlainSwitches::replaceable),
            body);
    if (model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .noneMatch(PlainSwitches::replaceable)) {
      return bytes;
    }
    return classFile.transformClass(
        model, bodies.andThen(ClassTransform.endHandler(this::addSwitches)));
  }

  private static boolean replaceable(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call && (isSwitch(call) || isRecord(call));
  }

  private static boolean isSwitch(InvokeDynamicInstruction call) {
    return isBootstrap(call, "java.lang.runtime.SwitchBootstraps", "typeSwitch")
        && call.bootstrapArgs().stream()
            .allMatch(label -> label instanceof ClassDesc || label instanceof String);
  }

  private static boolean isRecord(InvokeDynamicInstruction call) {
    return isBootstrap(call, "java.lang.runtime.ObjectMethods", "bootstrap")
        && !call.name().equalsString("toString");
  }

  private static boolean isBootstrap(InvokeDynamicInstruction call, String type, String method) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().equals(ClassDesc.of(type)) && bootstrap.methodName().equals(method);
  }

  private void plain(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && isSwitch(call)) {
      boolean inInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
      code.invokestatic(owner, switchName(switches.size()), call.typeSymbol(), inInterface);
      switches.add(call);
    } else if (element instanceof InvokeDynamicInstruction call && isRecord(call)) {
      if (call.name().equalsString("equals")) {
        equalFields(code, fields(call));
      } else {
        hashFields(code, fields(call));
      }
    } else {
      code.with(element);
    }
  }

  private static String switchName(int number) {
    return "switch$" + number;
  }

  private void addSwitches(ClassBuilder to) {
    for (int i = 0; i < switches.size(); i++) {
      InvokeDynamicInstruction call = switches.get(i);
      to.withMethodBody(
          switchName(i),
          call.typeSymbol(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> select(code, call.bootstrapArgs()));
    }
  }

  /** {@code (value, from) → the first label at or after from that value matches; -1 for null}. */
  private static void select(CodeBuilder code, List<ConstantDesc> labels) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      switch (labels.get(i)) {
        case ClassDesc type -> code.aload(0).instanceOf(type);
        case String text ->
            code.loadConstant(text)
                .aload(0)
                .invokevirtual(
                    ConstantDescs.CD_String,
                    "equals",
                    MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
        default -> throw new IllegalStateException("not a label of ours: " + labels.get(i));
      }
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private record Field(String name, ClassDesc type) {}

  private List<Field> fields(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream()
        .filter(MethodHandleDesc.class::isInstance)
        .map(DirectMethodHandleDesc.class::cast)
        .map(getter -> new Field(getter.methodName(), getter.invocationType().returnType()))
        .toList();
  }

  /** {@code (this, that) → boolean}, both on the stack. */
  private void equalFields(CodeBuilder code, List<Field> fields) {
    int that = code.allocateLocal(TypeKind.REFERENCE);
    Label different = code.newLabel();
    Label end = code.newLabel();
    code.astore(that).pop().aload(that).instanceOf(owner).ifeq(different);
    code.aload(that).checkcast(owner).astore(that);
    for (Field field : fields) {
      code.aload(0).getfield(owner, field.name(), field.type());
      code.aload(that).getfield(owner, field.name(), field.type());
      switch (field.type().descriptorString()) {
        case "Z", "B", "S", "C", "I" -> code.if_icmpne(different);
        case "J" -> code.lcmp().ifne(different);
        case "F", "D" -> {
          code.invokestatic(
              boxed(field.type()),
              "compare",
              MethodTypeDesc.of(ConstantDescs.CD_int, field.type(), field.type()));
          code.ifne(different);
        }
        default ->
            code.invokestatic(
                    OBJECTS,
                    "equals",
                    MethodTypeDesc.of(
                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                .ifeq(different);
      }
    }
    code.iconst_1().goto_(end).labelBinding(different).iconst_0().labelBinding(end);
  }

  /** {@code (this) → int}, on the stack. */
  private void hashFields(CodeBuilder code, List<Field> fields) {
    code.pop().iconst_0();
    for (Field field : fields) {
      code.bipush(31).imul().aload(0).getfield(owner, field.name(), field.type());
      if (field.type().isPrimitive()) {
        code.invokestatic(
            boxed(field.type()), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, field.type()));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
  }

  static ClassDesc boxed(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "S" -> ConstantDescs.CD_Short;
      case "C" -> ConstantDescs.CD_Character;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      case "D" -> ConstantDescs.CD_Double;
      default -> throw new IllegalStateException("no primitive: " + primitive);
    };
  }
}
