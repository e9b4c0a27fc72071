import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Locale } from "../../../kernel/locale.ts";

/** What a document of the house needs to say of itself; everything else is its content. */
export interface Printed extends Omit<TDocumentDefinitions, "info" | "footer" | "language" | "defaultStyle"> {
  title: string;
  author: string;
  locale: Locale;
  /** The day it was made; the file says no other. */
  madeAt: Date;
  /** At the left of every page's foot; the number of the page stands at the right. */
  foot: string;
  content: Content;
}

export const INK = "#22201c";
export const MUTED = "#6d675d";
export const BRICK = "#9c3524";
export const VERDIGRIS = "#2f6f62";
export const RULE = "#cfc8ba";

/** The fonts lie in the package itself, and nothing else on this machine or elsewhere is opened for a document. */
const FONTS = join(
  dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")),
  "fonts",
  "Roboto",
);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setFonts({
  Roboto: {
    normal: join(FONTS, "Roboto-Regular.ttf"),
    bold: join(FONTS, "Roboto-Medium.ttf"),
    italics: join(FONTS, "Roboto-Italic.ttf"),
    bolditalics: join(FONTS, "Roboto-MediumItalic.ttf"),
  },
});

/** A4 with the house's hand: text that can be selected, its language named, its pages numbered. */
export async function documentToPdf(printed: Printed): Promise<{ bytes: Uint8Array; pages: number }> {
  const { title, author, locale, madeAt, foot, ...rest } = printed;
  let pages = 0;
  const definition: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: [56, 56, 56, 64],
    version: "1.7",
    displayTitle: true,
    // A heading does not stand alone at the foot of a page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0,
    ...rest,
    language: locale === "de" ? "de-DE" : "en-GB",
    info: { title, author, creator: "Kontor", producer: "Kontor", creationDate: madeAt, modDate: madeAt },
    defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.25, color: INK },
    styles: { ...STYLES, ...rest.styles },
    footer: (page: number, count: number) => {
      pages = count;
      return {
        margin: [56, 20, 56, 0],
        fontSize: 8,
        color: MUTED,
        columns: [
          { text: foot, width: "*" },
          { text: `${page} / ${count}`, alignment: "right", width: 60 },
        ],
      };
    },
  };
  const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
  return { bytes, pages };
}

const STYLES: TDocumentDefinitions["styles"] = {
  cover: { fontSize: 26, bold: true, lineHeight: 1.1 },
  h1: { fontSize: 17, bold: true, margin: [0, 18, 0, 6] },
  h2: { fontSize: 12, bold: true, margin: [0, 14, 0, 3] },
  kicker: { fontSize: 9, color: BRICK },
  small: { fontSize: 8, color: MUTED },
  head: { fontSize: 8, bold: true, color: MUTED },
};
