import type { Db } from "../../kernel/gateway.ts";

/** A small panel that the cluster alone sees, and a file on its way into it. */
export async function fillDataset(
  db: Db,
  clusterId: string,
  { dataset, datasetImport }: { dataset: string; datasetImport: string },
  word: string,
) {
  const measure = {
    key: "jobs",
    label: { en: "Jobs", de: "Stellen" },
    unit: { en: "persons", de: "Personen" },
  };
  await db
    .insertInto("dataset")
    .values({
      clusterId,
      id: dataset,
      slug: "figures",
      kind: "panel",
      title: JSON.stringify({ en: `Figures ${word}`, de: `Zahlen ${word}` }),
      measures: JSON.stringify([measure]),
      source: "The cluster's own survey",
      version: 1,
    })
    .execute();
  const ref = { clusterId, datasetId: dataset, version: 1 };
  const counts = { jobs: { "2020": [4, 0, 0, 0], "2021": [3, 0, 1, 0] } };
  await db
    .insertInto("datasetVersion")
    .values({
      ...ref,
      checksum: "0".repeat(64),
      rows: 8,
      counts: JSON.stringify(counts),
      periods: ["2020", "2021"],
    })
    .execute();
  for (const [side, codes] of [
    ["region", ["DE600", "DEF0B"]],
    ["activity", ["C", "J"]],
  ] as const)
    await db
      .insertInto("datasetCodes")
      .values({ ...ref, side, codes: [...codes], names: JSON.stringify({ en: codes, de: codes }) })
      .execute();
  for (const [period, cells, marks] of [
    ["2020", [10, 20, 30, 40], [0, 0, 0, 0]],
    ["2021", [11, 22, 33, Number.NaN], [0, 0, 0, 2]],
  ] as const)
    await db
      .insertInto("datasetBlock")
      .values({
        ...ref,
        ...{ measure: "jobs", period },
        cells: Buffer.from(Float64Array.from(cells).buffer),
        marks: Buffer.from(Uint8Array.from(marks)),
      })
      .execute();
  await db
    .insertInto("datasetImport")
    .values({
      ...{ clusterId, id: datasetImport, datasetId: dataset },
      fileName: "figures.csv",
      sha256: "0".repeat(64),
      bytes: 0,
      state: "stopped",
      problem: "empty-file",
      shape: JSON.stringify({}),
      mapping: JSON.stringify({}),
    })
    .execute();
}
