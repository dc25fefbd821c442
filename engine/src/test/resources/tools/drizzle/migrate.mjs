// Runs the migrations of a directory, as an application's own script does.
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";

const database = drizzle(process.env.DATABASE_URL);
try {
  await migrate(database, { migrationsFolder: process.argv[2] });
} finally {
  await database.$client.end();
}
