// `npm run reference`: writes docs/reference.md from the docstrings.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { reference } from "./reference.ts";

writeFileSync(join(import.meta.dirname, "reference.md"), reference());
