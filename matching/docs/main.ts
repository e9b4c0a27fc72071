// `node matching/docs/main.ts`: writes the pages of the reference from the docstrings.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "./reference.ts";

for (const [name, text] of pages()) writeFileSync(join(import.meta.dirname, name), text);
