import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/** By what an organisation is known. */
export interface KnownBy {
  name: string;
  shortName: string | null;
  url: string | null;
}

/**
 * What of an organisation's own words stands in these texts: its name without the legal form, its short name, its address in the web.
 * Whoever writes a teaser is told of them before others read it.
 */
export function ownWords({ name, shortName, url }: KnownBy, texts: readonly string[]): string[] {
  const all = folded(texts.join("\n"));
  const host = url?.match(/^(?:https?:\/\/)?(?:www\.)?([^/:?#]+)\.[a-z]{2,}/i)?.[1];
  const words = [withoutForm(name), shortName ?? "", host ?? ""];
  return [...new Set(words.filter((word) => word.length >= 3 && holds(all, folded(word))))];
}

export const knownBy = (db: Db, organisationId: OrganisationId): Promise<KnownBy | undefined> =>
  db
    .selectFrom("organisation")
    .select(["name", "shortName", "url"])
    .where("id", "=", organisationId)
    .executeTakeFirst();

const FORM =
  /[\s,&]+(gmbh|mbh|ggmbh|ag|kg|kgaa|ohg|gbr|eg|e\.?\s?v\.?|se|ug|co|inc|ltd|llc|plc|b\.?v\.?|s\.?a\.?|s\.?r\.?l\.?|sp\.? z o\.?o\.?)\.?$/i;

/** "Nord Guss GmbH & Co. KG" is known as Nord Guss. */
export function withoutForm(name: string): string {
  const shorter = name.trim().replace(FORM, "");
  return shorter === name.trim() || shorter === "" ? name.trim() : withoutForm(shorter);
}

const folded = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const holds = (text: string, word: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
    "u",
  ).test(text);
