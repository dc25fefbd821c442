CREATE TABLE words (a text, CONSTRAINT len CHECK (length(a) > 2));
