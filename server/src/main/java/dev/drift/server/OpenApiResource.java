package dev.drift.server;

/** What the API offers, as an OpenAPI 3.1 document. */
final class OpenApiResource implements Resource {
  private final String document = Resources.text("openapi.json");

  @Override
  public String path() {
    return "/api/v1/openapi.json";
  }

  @Override
  public Reply reply(Latest latest) {
    return Reply.json(200, document);
  }
}
