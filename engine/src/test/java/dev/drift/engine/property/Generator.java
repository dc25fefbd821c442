package dev.drift.engine.property;

import dev.drift.engine.choice.Dice;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.testing.TestPostgres;

/** Makes statements that mostly are valid on the schema as it stands. */
final class Generator {
  private static final int MAJOR = TestPostgres.majorVersion();

  private Generator() {}

  /** {@return a statement} */
  static String next(SchemaModel model, Dice dice) {
    var world = new World(model, dice, MAJOR);
    while (true) {
      try {
        return world.chance(6) ? new TransactionDdl(world).statement() : single(world);
      } catch (World.Nothing e) {
        continue;
      }
    }
  }

  /** {@return one statement, or some that belong together} */
  static String single(World world) {
    int roll = world.number(200);
    if (roll < 22) {
      return new TableDdl(world).statement();
    }
    if (roll < 52) {
      return new AlterDdl(world).statement();
    }
    if (roll < 62) {
      return new IndexDdl(world).index();
    }
    if (roll < 68) {
      return new IndexDdl(world).sequence();
    }
    if (roll < 78) {
      return new TypeDdl(world).statement();
    }
    if (roll < 86) {
      return new ViewDdl(world).statement();
    }
    if (roll < 92) {
      return new RoutineDdl(world).statement();
    }
    if (roll < 94) {
      return new PolicyDdl(world).statement();
    }
    if (roll < 100) {
      return roll < 97 ? new CommentDdl(world).statement() : new SchemaDdl(world).statement();
    }
    if (roll < 120) {
      return roll < 110 ? new RangeDdl(world).statement() : new PrivilegeDdl(world).statement();
    }
    return world.oneOf(
        new StorageDdl(world)::statement,
        new ForeignKeyDdl(world)::statement,
        new RoutineDdl(world)::statement,
        new RuleDdl(world)::statement,
        new GlobalDdl(world)::statement,
        new ForeignDdl(world)::statement,
        new ConstraintDdl(world)::statement,
        new ConstraintDdl(world)::statement,
        new TriggerDdl(world)::statement,
        new IdentityDdl(world)::statement,
        new SessionDdl(world)::statement,
        new DefinedDdl(world)::statement,
        new BaseTypeDdl(world)::statement,
        new SubscriptionDdl(world)::statement,
        new MadeDdl(world)::statement,
        new ExtensionDdl(world)::statement);
  }
}
