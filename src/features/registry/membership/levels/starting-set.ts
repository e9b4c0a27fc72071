import { INNER_SPACE } from "../rules.ts";
import type { DuesBody, LevelBody } from "./schema.ts";

/** What most associations begin with; the manager takes it over with one click and changes what does not fit. */
export const LEVELS: readonly LevelBody[] = [
  level("Full member", "Vollmitglied", 1, 0, [INNER_SPACE], []),
  level("Associate member", "Assoziiertes Mitglied", 0, 0, [INNER_SPACE], []),
  level("Association with its firms", "Verband mit seinen Firmen", 1, 0, [INNER_SPACE], [INNER_SPACE]),
  level("Friend", "Förderer", 0, 0, [], []),
].map((one, position) => ({ ...one, position }));

export const DUES: readonly DuesBody[] = [
  dues("Start-up", "Gründung", 25_000, "up to five years old, under ten people"),
  dues("Small and medium enterprise", "Kleines und mittleres Unternehmen", 75_000, "up to 249 people"),
  dues("Large enterprise", "Großunternehmen", 250_000, "250 people and more"),
  dues("Research and public bodies", "Forschung und öffentliche Stellen", 50_000, null),
].map((one, position) => ({ ...one, position }));

function level(
  nameEn: string,
  nameDe: string,
  votesDirect: number,
  votesIndirect: number,
  benefits: string[],
  inherited: string[],
): LevelBody {
  return { nameEn, nameDe, position: 0, votesDirect, votesIndirect, benefits, inherited };
}

function dues(nameEn: string, nameDe: string, amountCents: number, note: string | null): DuesBody {
  return { nameEn, nameDe, position: 0, amountCents, currency: "EUR", note };
}
