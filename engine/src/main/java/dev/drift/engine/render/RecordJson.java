package dev.drift.engine.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records to JSON and back, by their components: records, enums, strings, numbers, booleans,
 * optionals, lists, sorted sets and sorted maps of strings. Empty optionals, collections and
 * strings and false are left out.
 */
final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordJson() {}

  static JsonNode write(Object value) {
    return switch (value) {
      case Record parts -> {
        ObjectNode node = NODES.objectNode();
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
          Object part = value(component, parts);
          if (!isBlank(part)) {
            node.set(component.getName(), write(part));
          }
        }
        yield node;
      }
      case Enum<?> constant -> NODES.textNode(constant.name());
      case String text -> NODES.textNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Optional<?> optional -> write(optional.orElseThrow());
      case OptionalInt optional -> NODES.numberNode(optional.orElseThrow());
      case Collection<?> collection -> {
        ArrayNode node = NODES.arrayNode();
        collection.forEach(element -> node.add(write(element)));
        yield node;
      }
      case Map<?, ?> map -> {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, element) -> node.set((String) key, write(element)));
        yield node;
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static boolean isBlank(Object value) {
    return value.equals("")
        || value.equals(false)
        || value.equals(Optional.empty())
        || value.equals(OptionalInt.empty())
        || value instanceof Collection<?> collection && collection.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  static Object read(JsonNode node, Type type) {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(node, generic);
    }
    var plain = (Class<?>) type;
    if (plain == OptionalInt.class) {
      return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(node.asInt());
    }
    if (plain == String.class) {
      return node.asText();
    }
    if (plain == boolean.class) {
      return node.asBoolean();
    }
    if (plain == int.class) {
      return node.asInt();
    }
    if (plain == long.class) {
      return node.asLong();
    }
    if (plain == double.class) {
      return node.asDouble();
    }
    if (plain.isEnum()) {
      for (Object constant : plain.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(node.asText())) {
          return constant;
        }
      }
      throw new IllegalArgumentException(node + " is no " + plain.getSimpleName());
    }
    return readRecord(node, plain);
  }

  private static Object readGeneric(JsonNode node, ParameterizedType type) {
    Type element = type.getActualTypeArguments()[0];
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return node.isMissingNode() ? Optional.empty() : Optional.of(read(node, element));
    }
    if (raw == SortedMap.class || raw == SequencedMap.class) {
      SequencedMap<String, Object> map =
          raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
      for (var entry : node.properties()) {
        map.put(entry.getKey(), read(entry.getValue(), type.getActualTypeArguments()[1]));
      }
      return map;
    }
    var elements = new ArrayList<Object>();
    node.forEach(child -> elements.add(read(child, element)));
    if (raw == List.class) {
      return elements;
    }
    if (raw == SequencedSet.class) {
      return new LinkedHashSet<>(elements);
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(elements);
    }
    throw new IllegalArgumentException("no value of " + type);
  }

  private static Object readRecord(JsonNode node, Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = read(node.path(components[i].getName()), components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("record " + record + " cannot be made", e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
    }
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("record component " + component + " cannot be read", e);
    }
  }
}
