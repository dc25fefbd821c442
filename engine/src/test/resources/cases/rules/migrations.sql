CREATE TABLE account (id integer PRIMARY KEY, owner text, balance numeric DEFAULT 0);
CREATE TABLE account_log (account integer, was numeric, now numeric, at timestamptz DEFAULT now());
CREATE VIEW accounts AS SELECT id, owner FROM account;
CREATE RULE log_change AS ON UPDATE TO account WHERE NEW.balance <> OLD.balance
  DO ALSO INSERT INTO account_log (account, was, now) VALUES (NEW.id, OLD.balance, NEW.balance);
CREATE RULE no_delete AS ON DELETE TO account DO INSTEAD NOTHING;
CREATE RULE make AS ON INSERT TO accounts DO INSTEAD INSERT INTO account VALUES (NEW.id, NEW.owner, DEFAULT);
CREATE RULE change AS ON UPDATE TO accounts DO INSTEAD
  UPDATE account SET owner = NEW.owner, balance = balance + 1 WHERE id = OLD.id;
CREATE RULE remove AS ON DELETE TO accounts DO INSTEAD (
  DELETE FROM account_log WHERE account = OLD.id;
  DELETE FROM account WHERE account.id = OLD.id;
  NOTIFY gone
);
CREATE OR REPLACE RULE copied AS ON INSERT TO account_log WHERE new.was IS NULL DO ALSO
  INSERT INTO account_log (account, now) SELECT a.id, a.balance FROM account a WHERE a.id = new.account + 1;
ALTER TABLE account DISABLE RULE no_delete;
ALTER TABLE account_log ENABLE ALWAYS RULE copied;
COMMENT ON RULE make ON accounts IS 'accounts can be made through the view';
ALTER RULE remove ON accounts RENAME TO drop_account;
ALTER TABLE account RENAME COLUMN balance TO amount;
ALTER TABLE account_log RENAME TO account_history;
ALTER TABLE account_history RENAME COLUMN was TO before;
CREATE TABLE old (id integer);
CREATE RULE gone AS ON INSERT TO old DO ALSO DELETE FROM account_history;
DROP TABLE old;
CREATE TABLE sink (id integer);
CREATE RULE to_sink AS ON INSERT TO account DO ALSO INSERT INTO sink VALUES (new.id);
DROP TABLE sink CASCADE;
