package dev.drift.engine.model;

import java.util.Optional;

/**
 * A cast; the id's name is {@code from AS to}.
 *
 * @param method {@code function}, {@code inout} or {@code binary}
 * @param function what converts, of the first method only
 * @param context where it is applied unasked: {@code explicit} (nowhere), {@code assignment} or
 *     {@code implicit} (everywhere)
 */
public record Cast(
    ObjectId id,
    TypeName from,
    TypeName to,
    String method,
    Optional<QualifiedName> function,
    String context)
    implements Defined {}
