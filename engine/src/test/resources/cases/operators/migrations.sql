-- A link that names no schema is looked for and made where new operators are.
CREATE SCHEMA elsewhere;
CREATE OPERATOR elsewhere.==== (leftarg = text, rightarg = text, function = texteq, commutator = ====);
