CREATE DOMAIN named AS text CONSTRAINT other NOT NULL CONSTRAINT filled CHECK (value <> '');
CREATE DOMAIN unnamed AS integer CONSTRAINT before_not_null NOT NULL;
CREATE DOMAIN later AS integer;
CREATE DOMAIN gone AS integer;
CREATE DOMAIN free AS text CONSTRAINT is_free NOT NULL;
