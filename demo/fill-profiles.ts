import { sql } from "kysely";
import { factShape, factValues } from "../src/features/registry/feature.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import { INVENTED } from "./invented.ts";
import { INVENTED_PROFILES } from "./invented-profiles.ts";
import { drawMark } from "./logo.ts";

/** What invented firms say of themselves, and how long ago anybody looked after it. */
export async function fillProfiles(region: Region): Promise<void> {
  const { unit, days, organisations } = region;
  const { db } = unit;
  const codes = await knownWords(region);
  const speakers = await speakersOf(region);
  await db
    .insertInto("fact")
    .values(
      INVENTED_PROFILES.flatMap(({ cluster, at, items, touched }) =>
        items.map(
          ({ field, item, visibility = "cluster", language, wall = [], ends, said = touched, checked }) => {
            const word = field === "competences" ? codes(String(item.value)) : {};
            const values = factValues(
              field,
              factShape(field).parse({
                ...item,
                ...word,
                ...(ends ? { validUntil: days.day(...ends) } : {}),
              }),
            );
            const organisationId = organisations.get(at)!;
            return {
              id: uuidv7(),
              clusterId: region.clusters.get(cluster)!,
              organisationId,
              field,
              ...values,
              detail: values.detail && JSON.stringify(values.detail),
              language: language ?? null,
              visibility,
              wall: wall.map((pic) => organisations.get(pic)!),
              origin: "declared",
              source: INVENTED,
              declaredBy: speakers.get(organisationId) ?? null,
              statedAt: days.moment(-said, -2),
              checkedAt: checked === undefined ? null : days.moment(-checked, -1),
              checkedBy: checked === undefined ? null : (speakers.get(organisationId) ?? null),
            };
          },
        ),
      ),
    )
    .execute();
  const pictures = await Promise.all(
    INVENTED_PROFILES.flatMap(({ at, logo, touched }) =>
      logo ? [drawMark(logo).then((drawn) => ({ ...drawn, at, uploadedAt: days.moment(-touched, -2) }))] : [],
    ),
  );
  await db
    .insertInto("logo")
    .values(pictures.map(({ at, ...picture }) => ({ ...picture, organisationId: organisations.get(at)! })))
    .execute();
  const touched = new Map(
    INVENTED_PROFILES.map((profile) => [organisations.get(profile.at)!, profile.touched]),
  );
  for (const [id, months] of touched)
    await sql`update organisation set touched_at = ${days.moment(-months, -1)} where id = ${id}`.execute(db);
}

/** EuroSciVoc's code where it knows the word, else the cluster's own. */
async function knownWords({ unit: { db } }: Region) {
  const said = INVENTED_PROFILES.flatMap(({ items }) => items).filter(({ field }) => field === "competences");
  const rows = await db
    .selectFrom("competence")
    .select(["code", "titleEn"])
    .where(
      "titleEn",
      "in",
      said.map(({ item }) => String(item.value)),
    )
    .orderBy("code")
    .execute();
  const codes = new Map(rows.map(({ titleEn, code }) => [titleEn, code]));
  return (word: string) => ({ code: codes.get(word) ?? `own:${word.toLowerCase()}` });
}

/** Who speaks for an organisation: its first owner. */
async function speakersOf({ unit: { db } }: Region) {
  const seats = await db
    .selectFrom("seat")
    .select(["organisationId", "personId"])
    .where("role", "=", "owner")
    .orderBy("since", "desc")
    .execute();
  return new Map(seats.map(({ organisationId, personId }) => [organisationId, personId]));
}
