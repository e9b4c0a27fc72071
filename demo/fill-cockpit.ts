import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import { COCKPIT_ENTRIES } from "./invented-cockpit.ts";

/** What the aviation team said of itself; what records tell is computed from them once the house runs. */
export async function fillCockpit({ unit, days, clusters, persons }: Region): Promise<void> {
  const { db } = unit;
  const clusterId = clusters.get("aviation")!;
  await db
    .insertInto("cockpitEntry")
    .values(
      COCKPIT_ENTRIES.map(({ indicator, value, said, note, url, file, by }) => ({
        ...{ clusterId, id: uuidv7(), indicator, value, url: url ?? null },
        saidOn: days.day(...said),
        note,
        ...(file ? { fileName: file.name, fileType: "text/plain", fileBytes: Buffer.from(file.text) } : {}),
        invented: true,
        enteredBy: persons.get(by) ?? null,
        enteredAt: days.moment(said[0], said[1] + 3),
      })),
    )
    .execute();
  await unit.enqueue("observatory.cockpit.compute", {}, { key: "observatory.cockpit.compute" });
}
