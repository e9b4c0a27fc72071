import type { Job } from "../../../../access/feature.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import { documentToPdf } from "../../pdf/document-to-pdf.ts";
import { definitionOf } from "./definition.ts";
import { freeze } from "./read.ts";

const REASON = "a document of the self-check is made";

/** Freezes a set as it stands now and prints it. */
export const documentJob: Job = async ({ clusterId, documentId }, house) => {
  const now = house.now();
  const at = { clusterId: String(clusterId), id: String(documentId) };
  const asked = await house.system(REASON, async ({ db }) => {
    const row = await db
      .selectFrom("cockpitDocument")
      .select(["setSlug", "locale"])
      .where("clusterId", "=", at.clusterId)
      .where("id", "=", at.id)
      .where("state", "<>", "done")
      .executeTakeFirst();
    return (
      row && { ...row, frozen: await freeze(db, at.clusterId, row.setSlug, now.toISOString().slice(0, 10)) }
    );
  });
  if (!asked) return;
  const save = (change: Record<string, unknown>) =>
    house.system(REASON, ({ db }) =>
      db
        .updateTable("cockpitDocument")
        .set(change)
        .where("clusterId", "=", at.clusterId)
        .where("id", "=", at.id)
        .execute(),
    );
  if (!asked.frozen) {
    await save({ state: "failed" });
    return;
  }
  const { bytes, pages } = await documentToPdf(definitionOf(asked.frozen, asked.locale as Locale, now));
  const { checksum, set } = asked.frozen;
  await save({
    ...{ state: "done", madeAt: now, pages, checksum, version: set.version },
    bytes: Buffer.from(bytes),
  });
};
