package dev.drift.server;

import dev.drift.server.Resource.Audience;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** From a request to its answer: method, place, access, then the resource. */
final class Dispatch implements Handler<HttpServerRequest> {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Vertx vertx;
  private final Access access;
  private final Supplier<Latest> latest;

  Dispatch(Vertx vertx, Access access, Supplier<Latest> latest) {
    this.vertx = vertx;
    this.access = access;
    this.latest = latest;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      send(request, notAllowed(request));
      return;
    }
    Optional<Resource> resource = Optional.ofNullable(request.path()).flatMap(Routes::at);
    Optional<Reply> refusal =
        resource.isPresent() && resource.get().audience() == Audience.EVERYONE
            ? Optional.empty()
            : access.refusal(header(request, "Authorization"), host(request));
    if (refusal.isPresent()) {
      send(request, refusal.get());
    } else if (resource.isEmpty()) {
      send(request, notFound(request));
    } else {
      read(request, resource.get());
    }
  }

  /** Off the event loop, as a resource may have to make what it answers with. */
  private void read(HttpServerRequest request, Resource resource) {
    Latest now = latest.get();
    vertx
        .executeBlocking(() -> resource.reply(now), false)
        .onSuccess(reply -> send(request, reply))
        .onFailure(e -> send(request, broken(request, e)));
  }

  private static void send(HttpServerRequest request, Reply reply) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    Body body = Body.of(reply.body());
    response
        .putHeader("Content-Type", reply.type())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", reply.status() == 200 ? "private, no-cache" : "no-store");
    reply.headers().forEach(response::putHeader);
    if (reply.status() == 200) {
      response.putHeader("ETag", body.tag());
      if (body.matches(header(request, "If-None-Match"))) {
        response.headers().remove("Content-Type");
        response.setStatusCode(304).end();
        return;
      }
    }
    response.setStatusCode(reply.status()).putHeader("Content-Length", "" + body.length());
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body.content());
    }
  }

  private static Reply notAllowed(HttpServerRequest request) {
    return Reply.problem(
            405,
            "Read-only",
            request.method() + " is not possible: nothing here can be changed.",
            "Use GET or HEAD; changes to a database are made with the script of 'drift repair'.")
        .with("Allow", "GET, HEAD");
  }

  private static Reply notFound(HttpServerRequest request) {
    return Reply.problem(
        404,
        "Nothing here",
        "There is nothing at " + request.path() + ".",
        "What there is: " + String.join(", ", Routes.paths()) + ".");
  }

  private static Reply broken(HttpServerRequest request, Throwable e) {
    return Reply.problem(
        500,
        "drift itself failed",
        "%s could not be made: %s".formatted(request.path(), e.getMessage()),
        "Run the same from the command line, and report what it says.");
  }

  private static String host(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? "" : authority.host();
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }
}
