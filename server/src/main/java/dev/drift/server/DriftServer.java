package dev.drift.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A running server: the check on its interval, and the HTTP API over its last result. */
public final class DriftServer implements AutoCloseable {
  private static final int IDLE_SECONDS = 60;
  private static final int GRACE_SECONDS = 5;

  private final Vertx vertx;
  private final HttpServer http;
  private final Checks checks;
  private final URI address;

  private DriftServer(Vertx vertx, HttpServer http, Checks checks, URI address) {
    this.vertx = vertx;
    this.http = http;
    this.checks = checks;
    this.address = address;
  }

  /**
   * {@return the server, which accepts requests and has begun the first check}
   *
   * @throws ServerException where it cannot listen
   */
  public static DriftServer start(ServerOptions options, CheckRunner runner) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));
    Checks checks = Checks.every(options.interval(), runner, InstantSource.system());
    try {
      HttpServer http =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setHost(options.host())
                      .setPort(options.port())
                      .setIdleTimeout(IDLE_SECONDS))
              .requestHandler(new Dispatch(vertx, new Access(options.token()), checks::latest))
              .listen()
              .await();
      return new DriftServer(vertx, http, checks, address(options.host(), http.actualPort()));
    } catch (Exception e) { // await() throws what the future failed with, checked or not
      checks.close();
      vertx.close().await();
      throw new ServerException(
          "cannot listen on %s port %d (%s): choose another with --host or --port"
              .formatted(options.host(), options.port(), e.getMessage()),
          e);
    }
  }

  /** {@return where it answers, such as {@code http://127.0.0.1:8080/}} */
  public URI address() {
    return address;
  }

  /** Stops accepting, lets requests that are being answered finish, and ends the checks. */
  @Override
  public void close() {
    http.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).await();
    checks.close();
    vertx.close().await();
  }

  private static URI address(String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d/".formatted(name, port));
  }
}
