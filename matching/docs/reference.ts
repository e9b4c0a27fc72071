import { join } from "node:path";
import { type Entry, entries } from "../../analytics/docs/extract.ts";

const CHAPTERS = {
  text: "Text index",
  ranking: "Ranking",
  exposure: "Exposure",
  teams: "Teams",
  meetings: "Meetings",
  core: "Errors",
};

export const everything = (): Entry[] => entries(join(import.meta.dirname, "../src"));

/** The reference as Markdown, by the name of the page: one for each chapter, with each name, its docstring, signature and examples. */
export function pages(): Map<string, string> {
  const all = everything();
  const left = all.filter(({ chapter }) => !(chapter in CHAPTERS));
  if (left.length > 0)
    throw new Error(`No page for ${left.map(({ name, file }) => `${file}: ${name}`).join(", ")}`);
  const chapters = Object.entries(CHAPTERS).map(([chapter, title]) => {
    const own = all.filter((entry) => entry.chapter === chapter);
    return [`${chapter}.md`, page(title, own)] as const;
  });
  return new Map(chapters.filter(([, text]) => text !== ""));
}

function page(title: string, own: Entry[]): string {
  if (own.length === 0) return "";
  // What is done with the types comes before the types.
  const order = [...own.filter(({ kind }) => kind !== "type"), ...own.filter(({ kind }) => kind === "type")];
  const contents = order.map(
    (entry) => `[${entry.name}](#${heading(entry).toLowerCase().replaceAll(" ", "-")})`,
  );
  return [
    `# ${title}`,
    "",
    "Made from the docstrings by `node matching/docs/main.ts`.",
    "",
    contents.join(" · "),
    ...order.flatMap(section),
    "",
  ].join("\n");
}

const heading = ({ kind, name }: Entry) => (kind === "function" ? name : `${kind} ${name}`);

function section(entry: Entry): string[] {
  const { text, signature, members, examples, file } = entry;
  const plain = links(text);
  return [
    "",
    `## ${heading(entry)}`,
    "",
    ...(plain ? [plain, ""] : []),
    "```ts",
    signature,
    "```",
    ...(members.length > 0 ? [""] : []),
    ...members.map((member) =>
      `- \`${member.signature}\` ${links(member.text).replaceAll("\n", " ")}`.trimEnd(),
    ),
    ...examples.flatMap((example) => ["", "```ts", example, "```"]),
    "",
    `<sub>${file}</sub>`,
  ];
}

/** `{@link X}` is for editors. */
const links = (text: string) => text.replace(/\{@link (\w+)\}/g, "`$1`");
