import type { Context } from "../../../../access/context.ts";
import { displayName } from "../../../../ui/index.ts";
import { sayLink } from "../messages.ts";
import { natureWords } from "../words.ts";

export const titleOf = ({ locale }: Context, link: { fromName: string; toName: string; nature: string }) =>
  sayLink(locale)("link.title", {
    from: displayName(link.fromName),
    nature: natureWords(locale, link.nature, "from"),
    to: displayName(link.toName),
  });
