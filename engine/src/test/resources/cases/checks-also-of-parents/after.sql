-- The heir has the check by itself too, and keeps it when the parent's goes.
CREATE TABLE words (a text, CONSTRAINT len CHECK (length(a) > 2));
CREATE TABLE again (LIKE words INCLUDING CONSTRAINTS) INHERITS (words);
