package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Subscription;
import dev.drift.engine.sql.TokenReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code CREATE} and {@code ALTER SUBSCRIPTION} (subscriptioncmds.c). */
final class SubscriptionStatements {
  /** What only says how the statement itself goes about it. */
  private static final Set<String> PASSING =
      Set.of("connect", "create_slot", "copy_data", "refresh");

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "enabled", "true",
          "binary", "false",
          "two_phase", "false",
          "disable_on_error", "false",
          "password_required", "true",
          "run_as_owner", "false",
          "failover", "false",
          "origin", "any",
          "synchronous_commit", "off");

  private SubscriptionStatements() {}

  /** {@code CREATE SUBSCRIPTION name CONNECTION 'c' PUBLICATION p, … [WITH (…)]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "subscription");
    Named name = Named.readGlobal(tokens);
    ObjectId id = GlobalObjects.requireFree(name, Kind.SUBSCRIPTION, context);
    tokens.expect("connection");
    String connection = tokens.string();
    tokens.expect("publication");
    SortedSet<String> publications = names(tokens);
    SortedMap<String, String> parameters =
        tokens.accept("with") ? StorageParameters.read(tokens) : new TreeMap<>();
    if ("false".equals(value("connect", parameters.getOrDefault("connect", "true")))) {
      parameters.put("enabled", "false");
    }
    var none = new Subscription(id, connection, publications, new TreeMap<>());
    var changes = new Changes(context);
    changes.create(with(none, parameters, context));
    return changes.effects();
  }

  private static SortedSet<String> names(TokenReader tokens) {
    var names = new TreeSet<String>();
    do {
      names.add(tokens.name());
    } while (tokens.acceptSymbol(","));
    return names;
  }

  private static Subscription with(
      Subscription before, Map<String, String> parameters, Context context) {
    var options = new TreeMap<>(before.options());
    String streaming = context.session().serverMajor() >= 18 ? "parallel" : "false";
    parameters.forEach(
        (name, written) -> {
          String value = value(name, written);
          String usual =
              switch (name) {
                case "slot_name" -> before.id().name();
                case "streaming" -> streaming;
                default -> DEFAULTS.getOrDefault(name, "");
              };
          if (value.equals(usual)) {
            options.remove(name);
          } else if (!PASSING.contains(name)) {
            options.put(name, value);
          }
        });
    return new Subscription(before.id(), before.connection(), before.publications(), options);
  }

  /** The words for true and false evened out, but where they mean something else. */
  private static String value(String name, String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "slot_name" -> lower.equals("none") ? lower : written;
      case "synchronous_commit", "origin" -> lower;
      default ->
          switch (lower) {
            case "on", "yes", "1" -> "true";
            case "off", "no", "0" -> "false";
            default -> lower;
          };
    };
  }

  /** {@code ALTER SUBSCRIPTION name CONNECTION | SET | ADD | DROP | ENABLE | DISABLE | …}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "subscription");
    Named name = Named.readGlobal(tokens);
    var before = GlobalObjects.require(name, Kind.SUBSCRIPTION, Subscription.class, context);
    var changes = new Changes(context);
    if (tokens.at("rename")) {
      changes.alter(before, withSlot(before));
    }
    Subscription now = changes.objects().find(before.id(), Subscription.class).orElse(before);
    if (GlobalObjects.renameOrOwner(tokens, now, changes)) {
      return changes.effects();
    }
    if (tokens.accept("connection")) {
      changes.alter(
          before,
          new Subscription(before.id(), tokens.string(), before.publications(), before.options()));
    } else if (tokens.accept("enable")) {
      changes.alter(before, with(before, Map.of("enabled", "true"), context));
    } else if (tokens.accept("disable")) {
      changes.alter(before, with(before, Map.of("enabled", "false"), context));
    } else if (tokens.at("set") && tokens.peek(1).filter(t -> t.isSymbol("(")).isPresent()) {
      tokens.expect("set");
      changes.alter(before, with(before, StorageParameters.read(tokens), context));
    } else if (!tokens.at("refresh") && !tokens.at("skip")) {
      publications(tokens, before, changes);
    }
    tokens.rest();
    return changes.effects();
  }

  /** The slot keeps the name that the subscription had. */
  private static Subscription withSlot(Subscription before) {
    var options = new TreeMap<>(before.options());
    options.putIfAbsent("slot_name", before.id().name());
    return new Subscription(before.id(), before.connection(), before.publications(), options);
  }

  private static void publications(TokenReader tokens, Subscription before, Changes changes) {
    var publications = new TreeSet<>(before.publications());
    if (tokens.accept("add", "publication")) {
      publications.addAll(names(tokens));
    } else if (tokens.accept("drop", "publication")) {
      publications.removeAll(names(tokens));
    } else {
      tokens.expect("set", "publication");
      publications.clear();
      publications.addAll(names(tokens));
    }
    changes.alter(
        before, new Subscription(before.id(), before.connection(), publications, before.options()));
  }
}
