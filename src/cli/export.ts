import { resolve } from "node:path";
import { clusterParts, writeZip } from "../features/exports/feature.ts";
import { type Command, withHouse } from "./command.ts";

/** A whole cluster with everything in it, also what its members keep to themselves: whoever runs the machine holds it anyway. */
export const exportCommand: Command = async ([what, slug, path, ...more], config) => {
  if (what !== "cluster" || !slug || !path || more.length > 0) {
    console.error("kontor export cluster SLUG FILE\nFILE is a ZIP that must not be there yet.");
    return 1;
  }
  return withHouse(config, async (house) => {
    const cluster = await house.clusters.bySlug(slug);
    if (!cluster) {
      console.error(`There is no cluster "${slug}".`);
      return 1;
    }
    const about = {
      scope: "cluster",
      of: slug,
      name: cluster.nameEn,
      extent: "everything",
      kontor: house.settings.version,
      address: house.settings.publicUrl,
      createdAt: house.now().toISOString(),
    } as const;
    const manifest = await house.gateway
      .system("exporting a cluster", async ({ db }) =>
        writeZip(about, await clusterParts(db, cluster.id, null), resolve(path)),
      )
      .catch((error: NodeJS.ErrnoException) => {
        if (!error.syscall) throw error;
        console.error(error.code === "EEXIST" ? `${path} is there already.` : error.message);
        return null;
      });
    if (!manifest) return 1;
    await house.gateway.system("exporting a cluster", async ({ audit }) =>
      audit({
        action: "cluster.export",
        subjectKind: "cluster",
        subjectId: cluster.id,
        clusterId: cluster.id,
        after: { everything: true },
      }),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${path}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files.`,
    );
    return 0;
  });
};
