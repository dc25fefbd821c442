package dev.drift.engine.catalog;

import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connecting to one host with the target's TLS rules. The fall back of {@code allow} and {@code
 * prefer} is done here and not by the client, so that the failure that counts is the one reported.
 */
final class Dialling {
  private static final int PIPELINE = 64;

  /**
   * A connection, and the pool of one that it is of: closing the pool is what closes every socket,
   * those of failed attempts too.
   */
  record Dialled(Pool pool, SqlConnection connection) {}

  private final Vertx vertx;
  private final Target target;
  private final Target.Endpoint endpoint;

  Dialling(Vertx vertx, Target target, Target.Endpoint endpoint) {
    this.vertx = vertx;
    this.target = target;
    this.endpoint = endpoint;
  }

  /** {@return a pool whose one connection stands} */
  Dialled connect() {
    List<SslMode> attempts = attempts();
    try {
      return connect(attempts.getFirst());
    } catch (CatalogException first) {
      if (attempts.size() == 1 || !Failures.mayBeForTls(first)) {
        throw first;
      }
      try {
        return connect(attempts.getLast());
      } catch (CatalogException second) {
        throw first.reason() == CatalogException.Reason.TLS ? second : first;
      }
    }
  }

  private List<SslMode> attempts() {
    if (endpoint.isSocket()) {
      return List.of(SslMode.DISABLE);
    }
    return switch (target.tls().mode()) {
      case DISABLE -> List.of(SslMode.DISABLE);
      case ALLOW -> List.of(SslMode.DISABLE, SslMode.REQUIRE);
      case PREFER -> List.of(SslMode.REQUIRE, SslMode.DISABLE);
      case REQUIRE ->
          List.of(target.tls().rootCertificate().isPresent() ? SslMode.VERIFY_CA : SslMode.REQUIRE);
      case VERIFY_CA -> List.of(SslMode.VERIFY_CA);
      case VERIFY_FULL -> List.of(SslMode.VERIFY_FULL);
    };
  }

  private Dialled connect(SslMode mode) {
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(1))
            .connectingTo(options(mode))
            .using(vertx)
            .build();
    try {
      SqlConnection connection =
          pool.getConnection().await(target.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
      // The client would log each notice, such as what a DROP IF EXISTS skips, as a warning.
      PgConnection.cast(connection).noticeHandler(notice -> {});
      return new Dialled(pool, connection);
    } catch (Throwable e) {
      pool.close();
      throw Failures.whileConnecting(target, endpoint, e);
    }
  }

  private PgConnectOptions options(SslMode mode) {
    return new PgConnectOptions()
        .setHost(endpoint.host())
        .setPort(endpoint.port())
        .setDatabase(target.database())
        .setUser(target.user())
        .setPassword(endpoint.password().orElse(""))
        .setPipeliningLimit(PIPELINE)
        .setProperties(properties())
        .setSslMode(mode)
        .setSslOptions(tls(mode));
  }

  /** Only what every pooler takes; the session's settings are set inside the transaction. */
  private Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    properties.put("application_name", target.applicationName());
    properties.put("client_encoding", "UTF8");
    target.options().ifPresent(options -> properties.put("options", options));
    return properties;
  }

  private ClientSSLOptions tls(SslMode mode) {
    Target.Tls tls = target.tls();
    var options = new ClientSSLOptions();
    options.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
    if (mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL) {
      options.setTrustOptions(trust(tls));
    } else {
      options.setTrustAll(true);
    }
    if (tls.certificate().isPresent() && tls.key().isPresent()) {
      options.setKeyCertOptions(
          new PemKeyCertOptions()
              .setCertPath(tls.certificate().get().toString())
              .setKeyPath(tls.key().get().toString()));
    }
    return options;
  }

  private static TrustOptions trust(Target.Tls tls) {
    return tls.rootCertificate().isPresent()
        ? new PemTrustOptions().addCertPath(tls.rootCertificate().get().toString())
        : platformRoots();
  }

  private static TrustOptions platformRoots() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore platform = null;
      factory.init(platform);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform's root certificates cannot be read", e);
    }
  }
}
