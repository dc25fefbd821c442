// Migrations through the driver, with the schema engine that comes with the package.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

const NAME = 19;
const TEXT = 25;

/** The engine reads columns of type name as text, which the adapter does not say of them. */
function withNamesAsText(result) {
  for (const field of result?.fields ?? []) {
    field.dataTypeID = field.dataTypeID === NAME ? TEXT : field.dataTypeID;
  }
  return result;
}

class Client extends pg.Client {
  query(...words) {
    const callback = words.at(-1);
    if (typeof callback === "function") {
      words[words.length - 1] = (error, result) => callback(error, withNamesAsText(result));
    }
    const answer = super.query(...words);
    return typeof answer?.then === "function" ? answer.then(withNamesAsText) : answer;
  }
}

export default {
  experimental: { adapter: true },
  engine: "js",
  schema: "schema.prisma",
  migrations: { path: process.env.MIGRATIONS },
  adapter: async () =>
    new PrismaPg(new pg.Pool({ connectionString: process.env.DATABASE_URL, Client })),
};
