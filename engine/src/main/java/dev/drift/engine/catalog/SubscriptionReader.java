package dev.drift.engine.catalog;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Subscription;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code pg_subscription} to {@link Subscription}, as far as everybody may read it. */
final class SubscriptionReader implements CatalogReader {
  @Override
  public String family() {
    return "subscriptions";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      var subscription =
          new Subscription(
              ObjectId.global(Kind.SUBSCRIPTION, row.text("name")),
              "",
              new TreeSet<>(row.texts("publications")),
              options(row));
      row.optional("oid")
          .ifPresentOrElse(
              oid -> reading.add("pg_subscription", oid, subscription),
              () -> reading.add(subscription));
    }
  }

  /** The query gives null for what is as it is without WITH. */
  private static SortedMap<String, String> options(CatalogRow row) {
    var options = new TreeMap<String, String>();
    for (String option :
        List.of(
            "enabled",
            "slot_name",
            "synchronous_commit",
            "binary",
            "streaming",
            "two_phase",
            "disable_on_error",
            "password_required",
            "run_as_owner",
            "origin",
            "failover")) {
      row.optional(option).ifPresent(value -> options.put(option, value));
    }
    return options;
  }
}
