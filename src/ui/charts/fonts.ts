import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const SYSTEM = "/etc/fonts/fonts.conf";

let brought: Promise<void> | undefined;

/**
 * Pictures are drawn with the fonts of the machine, and a small container has none at all: then every word would be missing. The fonts
 * of documents lie in a package of this house and are named beside the machine's own, before the first word is drawn.
 */
export const bringFonts = (): Promise<void> => {
  brought ??= bring();
  return brought;
};

async function bring(): Promise<void> {
  if (process.env.FONTCONFIG_FILE) return;
  const own = join(
    dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")),
    "fonts",
    "Roboto",
  );
  const folder = await mkdtemp(join(tmpdir(), "kontor-fonts-"));
  const file = join(folder, "fonts.conf");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${existsSync(SYSTEM) ? `<include ignore_missing="yes">${SYSTEM}</include>` : ""}<dir>${own}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
}
