import { type Entry, entries } from "./extract.ts";

const CHAPTERS: readonly (readonly [folder: string, title: string])[] = [
  ["panel", "Panels"],
  ["csv", "CSV"],
  ["presence", "Who has what"],
  ["specialisation", "Specialisation"],
  ["concentration", "Concentration"],
  ["variety", "Variety"],
  ["dynamics", "Dynamics"],
  ["spatial", "Space"],
  ["relatedness", "Relatedness"],
  ["complexity", "Complexity"],
  ["pipeline", "The whole pipeline at once"],
  ["strategy", "Entry, targets and diffusion"],
  ["clusters", "Clusters"],
  ["networks", "Networks"],
  ["composite", "Composite indices"],
  ["disclosure", "Statistics without exposure"],
  ["forecasts", "Forecasts"],
  ["workers", "Workers"],
  ["engine", "The engine"],
  ["core", "Shared words"],
];

/** The API reference as Markdown: a list of contents, then each name with its docstring, signature and examples. */
export function reference(): string {
  const all = entries();
  const chapters = CHAPTERS.map(([folder, title]) => ({
    title,
    entries: all.filter(({ chapter }) => chapter === folder),
  })).filter(({ entries }) => entries.length > 0);
  const left = all.filter(({ chapter }) => !CHAPTERS.some(([folder]) => folder === chapter));
  if (left.length > 0)
    throw new Error(`No chapter for ${left.map(({ name, chapter }) => `${chapter}/${name}`).join(", ")}`);
  return [
    "# Reference",
    "",
    'Made from the docstrings by `npm run reference`. Rows are regions, columns are activities. `NaN` means "not defined here".',
    "",
    ...chapters.map(
      ({ title, entries }) =>
        `- **${title}**: ${entries.map((entry) => `[${entry.name}](#${anchor(entry)})`).join(", ")}`,
    ),
    ...chapters.flatMap(({ title, entries }) => ["", `## ${title}`, ...entries.flatMap(section)]),
    "",
  ].join("\n");
}

/** Functions stand under their bare names; a type may be called like one but for a capital, and links do not see capitals. */
const heading = ({ name, kind }: Pick<Entry, "name" | "kind">): string =>
  kind === "function" ? name : `${kind} ${name}`;

const anchor = (entry: Entry): string => heading(entry).toLowerCase().replaceAll(" ", "-");

function section({ name, kind, signature, text, examples, members, file }: Entry): string[] {
  return [
    "",
    `### ${heading({ name, kind })}`,
    "",
    ...(text ? [text, ""] : []),
    "```ts",
    signature,
    "```",
    ...(members.length > 0 ? [""] : []),
    ...members.map(
      (member) => `- \`${member.signature}\`${member.text ? ` ${member.text.replaceAll("\n", " ")}` : ""}`,
    ),
    ...examples.flatMap((example) => ["", "Example:", "", "```ts", example, "```"]),
    "",
    `<sub>${file}</sub>`,
  ];
}
