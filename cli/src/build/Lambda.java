import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * A lambda, as the metafactory is told of it, and the class that it becomes.
 *
 * @param name the method of the interface
 * @param factory from what is captured to the interface
 * @param erased the type of that method as the interface declares it
 * @param actual the same with type arguments
 * @param body the method that is called
 */
record Lambda(
    String name,
    MethodTypeDesc factory,
    MethodTypeDesc erased,
    DirectMethodHandleDesc body,
    MethodTypeDesc actual) {
  /** The method that makes one of what it captures. */
  static final String MAKE = "make";

  private static final String INSTANCE = "INSTANCE";

  static Lambda of(InvokeDynamicInstruction call) {
    return new Lambda(
        call.name().stringValue(),
        call.typeSymbol(),
        (MethodTypeDesc) call.bootstrapArgs().get(0),
        (DirectMethodHandleDesc) call.bootstrapArgs().get(1),
        (MethodTypeDesc) call.bootstrapArgs().get(2));
  }

  private int captured() {
    return factory.parameterCount();
  }

  /** Values of primitive types are passed on as they are or boxed, but not widened. */
  boolean isPlain() {
    for (int i = 0; i < erased.parameterCount(); i++) {
      ClassDesc wanted = body.invocationType().parameterType(captured() + i);
      if (!isConvertible(actual.parameterType(i), wanted)) {
        return false;
      }
    }
    ClassDesc result = body.invocationType().returnType();
    return isVoid(erased.returnType()) || isConvertible(result, erased.returnType());
  }

  private static boolean isConvertible(ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && to.isPrimitive()) {
      return from.equals(to);
    }
    if (to.isPrimitive()) {
      return from.equals(PlainSwitches.boxed(to));
    }
    return true;
  }

  private static boolean isVoid(ClassDesc type) {
    return type.equals(ConstantDescs.CD_void);
  }

  byte[] write(ClassFile classFile, int version, ClassDesc type, ClassDesc host) {
    return classFile.build(
        type,
        to -> {
          to.withVersion(version, 0);
          to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
          to.withInterfaceSymbols(factory.returnType());
          to.with(NestHostAttribute.of(host));
          for (int i = 0; i < captured(); i++) {
            to.withField(
                field(i), factory.parameterType(i), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
          }
          MethodTypeDesc constructor = factory.changeReturnType(ConstantDescs.CD_void);
          to.withMethodBody(
              ConstantDescs.INIT_NAME,
              constructor,
              ClassFile.ACC_PRIVATE,
              code -> construct(code, type));
          make(to, type, constructor);
          to.withMethodBody(name, erased, ClassFile.ACC_PUBLIC, code -> call(code, type));
        });
  }

  private static String field(int number) {
    return "captured" + number;
  }

  private void construct(CodeBuilder code, ClassDesc type) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    for (int i = 0; i < captured(); i++) {
      ClassDesc captured = factory.parameterType(i);
      code.aload(0)
          .loadLocal(TypeKind.from(captured), code.parameterSlot(i))
          .putfield(type, field(i), captured);
    }
    code.return_();
  }

  /** The one that captures nothing is always the same. */
  private void make(ClassBuilder to, ClassDesc type, MethodTypeDesc constructor) {
    if (captured() == 0) {
      to.withField(INSTANCE, type, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
      to.withMethodBody(
          ConstantDescs.CLASS_INIT_NAME,
          ConstantDescs.MTD_void,
          ClassFile.ACC_STATIC,
          code ->
              code.new_(type)
                  .dup()
                  .invokespecial(type, ConstantDescs.INIT_NAME, constructor)
                  .putstatic(type, INSTANCE, type)
                  .return_());
    }
    to.withMethodBody(
        MAKE,
        factory,
        ClassFile.ACC_STATIC,
        code -> {
          if (captured() == 0) {
            code.getstatic(type, INSTANCE, type).areturn();
            return;
          }
          code.new_(type).dup();
          for (int i = 0; i < captured(); i++) {
            code.loadLocal(TypeKind.from(factory.parameterType(i)), code.parameterSlot(i));
          }
          code.invokespecial(type, ConstantDescs.INIT_NAME, constructor).areturn();
        });
  }

  private void call(CodeBuilder code, ClassDesc type) {
    MethodTypeDesc wanted = body.invocationType();
    boolean constructor = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    if (constructor) {
      code.new_(body.owner()).dup();
    }
    for (int i = 0; i < captured(); i++) {
      code.aload(0).getfield(type, field(i), factory.parameterType(i));
    }
    for (int i = 0; i < erased.parameterCount(); i++) {
      ClassDesc given = erased.parameterType(i);
      code.loadLocal(TypeKind.from(given), code.parameterSlot(i));
      cast(code, given, actual.parameterType(i));
      convert(code, actual.parameterType(i), wanted.parameterType(captured() + i));
    }
    invoke(code);
    ClassDesc result = wanted.returnType();
    if (isVoid(erased.returnType())) {
      switch (TypeKind.from(result).slotSize()) {
        case 1 -> code.pop();
        case 2 -> code.pop2();
        default -> {}
      }
    } else {
      convert(code, result, erased.returnType());
      if (!result.isPrimitive()) {
        cast(code, result, erased.returnType());
      }
    }
    code.return_(TypeKind.from(erased.returnType()));
  }

  private void invoke(CodeBuilder code) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
    boolean inInterface = body.isOwnerInterface();
    switch (body.kind()) {
      case STATIC, INTERFACE_STATIC ->
          code.invokestatic(body.owner(), body.methodName(), type, inInterface);
      case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), type);
      case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
          code.invokeinterface(body.owner(), body.methodName(), type);
      case CONSTRUCTOR -> code.invokespecial(body.owner(), ConstantDescs.INIT_NAME, type);
      default -> throw new IllegalStateException("no method: " + body);
    }
  }

  private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (!to.isPrimitive() && !to.equals(from) && !to.equals(ConstantDescs.CD_Object)) {
      code.checkcast(to);
    }
  }

  /** Boxes or unboxes; references are what they have to be already. */
  private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && !to.isPrimitive()) {
      ClassDesc box = PlainSwitches.boxed(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    } else if (to.isPrimitive() && !from.isPrimitive()) {
      code.invokevirtual(from, to.displayName() + "Value", MethodTypeDesc.of(to));
    }
  }
}
