import { readFile } from "node:fs/promises";
import { projectFile } from "../kernel/project-file.ts";

export const version = async (): Promise<string> =>
  (JSON.parse(await readFile(projectFile("package.json"), "utf8")) as { version: string }).version;
