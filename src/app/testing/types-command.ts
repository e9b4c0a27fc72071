import { projectFile } from "../../kernel/project-file.ts";

/** Writes the tables of a migrated database (`DATABASE_URL`) as types. `npm run types` runs it; a test holds the file to the schema. */
export const TYPES_COMMAND = [
  process.execPath,
  projectFile("node_modules/kysely-codegen/dist/cli/bin.js"),
  "--dialect=postgres",
  "--camel-case",
  "--default-schema=public",
  "--include-pattern=public.*",
  "--exclude-pattern={_private*,migration,migrations}",
  "--date-parser=string",
  '--type-mapping={"int8":"number"}',
  `--out-file=${projectFile("src/kernel/tables.ts")}`,
];
