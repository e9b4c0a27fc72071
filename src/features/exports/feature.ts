import type { Feature } from "../../access/feature.ts";
import { closeAccount, openAccounts } from "./accounts.ts";
import { messages } from "./messages.ts";
import { exportRoutes } from "./routes.tsx";

export { writeZip } from "./archive.ts";
export { clusterParts } from "./cluster.ts";
export { erasePerson } from "./erase.ts";
export { type ImportedCluster, importCluster } from "./import-cluster.ts";
export { personParts } from "./person.ts";
export { ExportTrouble, readExport } from "./read-zip.ts";

/** Taking one's data along, and being forgotten. */
export const exports: Feature = {
  name: "exports",
  routes: exportRoutes,
  jobs: { "exports.open-accounts": openAccounts, "exports.close-account": closeAccount },
  messages,
  // One's own data is a part of the account, and found there.
  nav: ({ actor, cluster }) =>
    cluster && (actor.office === "manager" || (actor.seatRole === "owner" && actor.membership !== null))
      ? [
          {
            section: "traffic" as const,
            label: messages.title,
            href: `/clusters/${cluster.slug}/export`,
            order: 20,
          },
        ]
      : [],
};
