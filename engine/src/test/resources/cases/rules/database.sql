CREATE TABLE account (id integer PRIMARY KEY, owner text, amount numeric DEFAULT 0);
CREATE TABLE account_history (account integer, before numeric, now numeric, at timestamptz DEFAULT now());
CREATE VIEW accounts AS SELECT id, owner FROM account;
CREATE RULE log_change AS ON UPDATE TO account
  DO ALSO INSERT INTO account_history (account, before, now) VALUES (NEW.id, OLD.amount, NEW.amount);
CREATE RULE no_delete AS ON DELETE TO account DO INSTEAD NOTHING;
CREATE RULE change AS ON UPDATE TO accounts DO INSTEAD
  UPDATE account SET owner = NEW.owner, amount = amount + 2 WHERE id = OLD.id;
CREATE RULE drop_account AS ON DELETE TO accounts DO INSTEAD (
  DELETE FROM account_history WHERE account = OLD.id;
  DELETE FROM account WHERE account.id = OLD.id;
  NOTIFY gone
);
CREATE RULE copied AS ON INSERT TO account_history WHERE new.before IS NULL DO ALSO
  INSERT INTO account_history (account, now) SELECT a.id, a.amount FROM account a WHERE a.id = new.account + 1;
CREATE RULE extra AS ON INSERT TO account DO ALSO NOTIFY made;
