import type { Db } from "../../kernel/gateway.ts";
import { type Eyes, type LinkRow, projectsSeen } from "./store.ts";

/** More than this is a cloud, not a picture. */
export const MOST_ACTORS = 2_000;

/**
 * A link that follows from records says so only as far as the records may be seen: hidden ones are not counted, and a link with
 * none left does not exist.
 */
export async function withVisibleEvidence(db: Db, sees: Eyes, links: readonly LinkRow[]): Promise<LinkRow[]> {
  const projects = new Set(links.flatMap((link) => (link.evidenceKind === "project" ? link.evidence : [])));
  const seen = await projectsSeen(db, sees, [...projects]);
  return links.flatMap((link) => {
    if (link.evidenceKind !== "project") return [link];
    const evidence = link.evidence.filter((project) => seen.has(project));
    return evidence.length > 0 || link.origin !== "derived" ? [{ ...link, evidence }] : [];
  });
}
