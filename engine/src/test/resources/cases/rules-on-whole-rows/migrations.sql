CREATE TABLE price (item integer, amount integer);
CREATE TABLE price_log (item integer, amount integer, what text, id serial);
CREATE RULE log_change AS ON UPDATE TO price DO ALSO
  INSERT INTO price_log VALUES (OLD.*, 'old', DEFAULT), (NEW.*, 'new', DEFAULT);
CREATE RULE show_change AS ON UPDATE TO price DO ALSO VALUES (OLD.*, 'old'), (NEW.*, 'new');
CREATE RULE log_new AS ON INSERT TO price DO ALSO INSERT INTO price_log AS l SELECT NEW.*;
CREATE RULE twice AS ON INSERT TO price_log WHERE NEW.item > 5 DO ALSO INSERT INTO price VALUES (NEW.item, NEW.amount);
