import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { plain } from "../mapping/words.ts";
import type { IdentityGiven } from "../rows/entry.ts";
import { looksLikeVat } from "../rows/values.ts";

/** An organisation a row may mean: one that is here, or one that an earlier row of the file brings. */
export interface Candidate {
  id: string | null;
  /** The row that brings it, where it is not here yet. */
  row: number | null;
  name: string;
  shortName: string | null;
  city: string | null;
  postal: string | null;
  country: string | null;
  vat: string | null;
  pic: string | null;
  memberHere: boolean;
}

/** What a candidate is called while a sheet is planned: also one that is not here yet. */
export const handleOf = (candidate: Candidate | null) =>
  candidate === null ? "" : (candidate.id ?? `row:${candidate.row}`);

export type MatchProblem = "ambiguous" | "ids-differ" | "unknown-organisation";

/** Says which of the candidates an organisation's row means; `null` when it is a new one. */
export function matchOrganisation<C extends Candidate>(
  wanted: { id?: string; identity: IdentityGiven },
  candidates: readonly C[],
): Result<C | null, MatchProblem> {
  const { id, identity } = wanted;
  if (id !== undefined) {
    const found = candidates.find((one) => one.id === id);
    return found ? ok(found) : refuse("unknown-organisation");
  }
  const byVat =
    identity.vat === undefined
      ? []
      : candidates.filter((one) => one.vat && vatKey(one.vat) === vatKey(identity.vat!));
  const byPic = identity.pic === undefined ? [] : candidates.filter((one) => one.pic === identity.pic);
  const numbered = [...new Set([...byVat, ...byPic])];
  if (byVat.length > 0 && byPic.length > 0 && !byVat.some((one) => byPic.includes(one)))
    return refuse("ids-differ");
  if (numbered.length === 1) return ok(numbered[0]!);
  // Several works of one firm share a number: the name and the place tell them apart.
  const pool = numbered.length > 1 ? numbered : candidates.filter((one) => !contradicts(one, identity));
  if (identity.name === undefined)
    return numbered.length > 1 ? refuse("ambiguous") : refuse("unknown-organisation");
  const named = pool.filter((one) => sameName(one, identity.name!) && samePlace(one, identity));
  return onlyOne(named) ?? (numbered.length > 1 ? refuse("ambiguous") : ok(null));
}

/** Says which organisation a text means: an id, a VAT number, a PIC, a name, or a name with its town. */
export function matchReference<C extends Candidate>(
  text: string,
  candidates: readonly C[],
): Result<C, "ambiguous" | "unknown-organisation"> {
  const wanted = referenceOf(text);
  const found = candidates.filter((one) =>
    wanted.by === "id"
      ? one.id === wanted.text
      : wanted.by === "vat"
        ? one.vat !== null && vatKey(one.vat) === wanted.text
        : wanted.by === "pic"
          ? one.pic === wanted.text
          : sameName(one, wanted.text) || one.shortName?.toLowerCase() === wanted.text.toLowerCase(),
  );
  const whole = onlyOne(found);
  if (whole)
    return whole.ok && whole.value === null
      ? refuse("unknown-organisation")
      : (whole as Result<C, "ambiguous">);
  const split = splitPlace(text);
  if (split) {
    const there = candidates.filter(
      (one) => sameName(one, split.name) && samePlace(one, { city: split.city }),
    );
    const one = onlyOne(there);
    if (one?.ok && one.value) return ok(one.value);
    if (one && !one.ok) return one;
  }
  return refuse("unknown-organisation");
}

export type Reference = { by: "id" | "vat" | "pic" | "name"; text: string };

export function referenceOf(text: string): Reference {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    return { by: "id", text: text.toLowerCase() };
  if (looksLikeVat(text)) return { by: "vat", text: vatKey(text) };
  if (/^\d{9}$/.test(text)) return { by: "pic", text };
  return { by: "name", text };
}

/** `Anker GmbH, Hamburg` or `Anker GmbH (Hamburg)`. */
export function splitPlace(text: string): { name: string; city: string } | null {
  const found = /^(.+?)(?:,\s*([^,()]+)|\s*\(([^()]+)\))$/.exec(text);
  const city = found?.[2] ?? found?.[3];
  return found && city ? { name: found[1]!.trim(), city: city.trim() } : null;
}

/** One it is; several are one where a single one of them is a member here; none is not decided. */
function onlyOne<C extends Candidate>(found: readonly C[]): Result<C | null, "ambiguous"> | null {
  if (found.length === 0) return null;
  if (found.length === 1) return ok(found[0]!);
  const here = found.filter((one) => one.memberHere || one.row !== null);
  return here.length === 1 ? ok(here[0]!) : refuse("ambiguous");
}

export const vatKey = (vat: string) => vat.toUpperCase().replace(/[^A-Z0-9]/g, "");

const sameName = (one: Candidate, name: string) => plain(one.name) === plain(name) && plain(name) !== "";

/** Two that say nothing of a place, or the same, may be the same. */
function samePlace(
  one: Pick<Candidate, "city" | "postal" | "country">,
  { city, postal, country }: IdentityGiven,
): boolean {
  if (country !== undefined && one.country !== null && nation(country) !== nation(one.country)) return false;
  if (postal !== undefined && one.postal !== null && plain(postal) === plain(one.postal)) return true;
  if (city === undefined || one.city === null) return true;
  const [a, b] = [plain(city), plain(one.city)];
  return a.startsWith(b) || b.startsWith(a);
}

const contradicts = (one: Candidate, { vat, pic }: IdentityGiven) =>
  (vat !== undefined && one.vat !== null && vatKey(one.vat) !== vatKey(vat)) ||
  (pic !== undefined && one.pic !== null && one.pic !== pic);

/** The Commission's letters for Greece and the United Kingdom. */
const nation = (code: string) => ({ EL: "GR", UK: "GB" })[code] ?? code;
