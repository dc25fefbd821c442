package dev.drift.engine.catalog;

import dev.drift.engine.catalog.CatalogException.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A connection string to its parameters by libpq's names (manual section 34.1.1): {@code
 * postgresql://user:password@host:port/database?sslmode=require} or {@code host=… dbname=…}.
 */
final class ConnectionString {
  private static final Set<String> PARAMETERS =
      Set.of(
          "host",
          "hostaddr",
          "port",
          "dbname",
          "user",
          "password",
          "passfile",
          "require_auth",
          "channel_binding",
          "connect_timeout",
          "client_encoding",
          "options",
          "application_name",
          "fallback_application_name",
          "keepalives",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "replication",
          "gssencmode",
          "sslmode",
          "requiressl",
          "sslnegotiation",
          "sslcompression",
          "sslcert",
          "sslkey",
          "sslpassword",
          "sslcertmode",
          "sslrootcert",
          "sslcrl",
          "sslcrldir",
          "sslsni",
          "requirepeer",
          "ssl_min_protocol_version",
          "ssl_max_protocol_version",
          "min_protocol_version",
          "max_protocol_version",
          "krbsrvname",
          "gsslib",
          "gssdelegation",
          "scram_client_key",
          "scram_server_key",
          "service",
          "servicefile",
          "target_session_attrs",
          "load_balance_hosts");

  /** What client libraries and object mappers add to a URL for themselves. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "schema",
          "currentSchema",
          "connection_limit",
          "pool_timeout",
          "pool_size",
          "socket_timeout",
          "pgbouncer",
          "statement_cache_size",
          "prepared_statements",
          "prepareThreshold",
          "sslaccept",
          "sslidentity",
          "uselibpqcompat",
          "pool",
          "max",
          "pool_max_conns",
          "pool_min_conns",
          "pool_max_conn_lifetime",
          "default_query_exec_mode",
          "x-migrations-table",
          "x-multi-statement",
          "supa",
          "workaround",
          "reWriteBatchedInserts",
          "stringtype",
          "loggerLevel",
          "ApplicationName",
          "serverVersion",
          "charset",
          "encoding",
          "timezone",
          "adapter",
          "reaping_frequency",
          "checkout_timeout",
          "variables");

  private ConnectionString() {}

  /** {@return the parameters that {@code text} gives; none is empty} */
  static Map<String, String> parse(String text) {
    String trimmed = text.strip().replaceFirst("^jdbc:(?=postgres)", "");
    if (trimmed.matches("(?s)postgres(ql)?://.*")) {
      return url(trimmed.substring(trimmed.indexOf("://") + 3));
    }
    if (trimmed.contains("://")) {
      throw bad("is no PostgreSQL URL: it starts with " + trimmed.replaceFirst("://.*", "://"));
    }
    if (trimmed.contains("=")) {
      return keywords(trimmed);
    }
    throw bad("is no PostgreSQL URL; write postgresql://user@host:5432/database");
  }

  private static Map<String, String> url(String rest) {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    var parameters = new LinkedHashMap<String, String>();
    int at = place.lastIndexOf('@');
    if (at >= 0) {
      String[] user = place.substring(0, at).split(":", 2);
      put(parameters, "user", decode(user[0]));
      put(parameters, "password", user.length > 1 ? decode(user[1]) : "");
    }
    String hosts = place.substring(at + 1);
    int slash = hosts.indexOf('/');
    if (slash >= 0) {
      put(parameters, "dbname", decode(hosts.substring(slash + 1)));
      hosts = hosts.substring(0, slash);
    }
    hosts(parameters, hosts);
    if (question >= 0) {
      query(parameters, rest.substring(question + 1));
    }
    return parameters;
  }

  private static void hosts(Map<String, String> parameters, String list) {
    if (list.isEmpty()) {
      return;
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String host : list.split(",", -1)) {
      int end = host.startsWith("[") ? host.indexOf(']') : 0;
      if (end < 0) {
        throw bad("has an IPv6 address without its closing bracket");
      }
      int colon = host.indexOf(':', end);
      String name = colon < 0 ? host : host.substring(0, colon);
      hosts.add(decode(name.startsWith("[") ? name.substring(1, name.length() - 1) : name));
      ports.add(colon < 0 ? "" : host.substring(colon + 1));
    }
    put(parameters, "host", String.join(",", hosts));
    if (ports.stream().anyMatch(port -> !port.isEmpty())) {
      parameters.put("port", String.join(",", ports));
    }
  }

  private static void query(Map<String, String> parameters, String query) {
    for (String part : query.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      String[] pair = part.split("=", 2);
      if (pair.length != 2) {
        throw bad("has a parameter without a value: \"" + pair[0] + '"');
      }
      String name = decode(pair[0]);
      String value = decode(pair[1]);
      if (name.equals("ssl")) {
        put(parameters, "sslmode", value.equals("true") ? "require" : "");
      } else {
        parameter(parameters, name, value);
      }
    }
  }

  private static Map<String, String> keywords(String text) {
    var parameters = new LinkedHashMap<String, String>();
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        throw bad("has \"" + text.substring(at).strip().split("\\s")[0] + "\" without \"=\"");
      }
      String name = text.substring(at, equals).strip();
      var value = new StringBuilder();
      at = value(text, equals + 1, value);
      parameter(parameters, name, value.toString());
    }
    return parameters;
  }

  /** Reads one value, quoted or not; {@return where the next keyword may start}. */
  private static int value(String text, int from, StringBuilder value) {
    int at = skipBlank(text, from);
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    for (at = quoted ? at + 1 : at; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted ? c == '\'' : Character.isWhitespace(c)) {
        return skipBlank(text, at + 1);
      }
      if (c == '\\' && at + 1 < text.length()) {
        c = text.charAt(++at);
      }
      value.append(c);
    }
    if (quoted) {
      throw bad("has a quoted value that does not end");
    }
    return at;
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static void parameter(Map<String, String> parameters, String name, String value) {
    if (PARAMETERS.contains(name)) {
      put(parameters, name, value);
    } else if (!OF_OTHERS.contains(name)) {
      throw bad("has an unknown parameter \"" + name + '"');
    }
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, value);
    }
  }

  /** Percent-decoding alone: a plus sign is a plus sign. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CatalogException(
          Reason.BAD_TARGET, "the connection string has a \"%\" that starts no %XX", e);
    }
  }

  private static CatalogException bad(String what) {
    return new CatalogException(Reason.BAD_TARGET, "the connection string " + what);
  }
}
