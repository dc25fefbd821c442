package dev.drift.engine.choice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * A property that is tried on the same values each time: {@code -Ddrift.test.seed=N} chooses
 * others.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(edgeCases = EdgeCasesMode.NONE)
@AddLifecycleHook(Tries.FromProperties.class)
public @interface Tries {
  /** How many there are, unless the system property says otherwise. */
  int value();

  /** The system property. */
  String property();

  /** How many of them one try takes. */
  int each() default 1;

  /** Reads the system properties, before jqwik begins. */
  final class FromProperties implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      Tries tries = context.findAnnotation(Tries.class).orElseThrow();
      int all = Integer.getInteger(tries.property(), tries.value());
      context.attributes().setTries(Math.ceilDiv(all, tries.each()));
      context.attributes().setSeed(System.getProperty("drift.test.seed", "1"));
      return property.execute();
    }

    /** Outermost, before the property is made of its attributes. */
    @Override
    public int aroundPropertyProximity() {
      return -100;
    }
  }
}
