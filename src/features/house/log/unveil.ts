import { maySee } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { VISIBILITIES, type Visibility } from "../../../kernel/visibility.ts";
import type { LogEntry } from "./store.ts";

type Snapshot = Record<string, unknown>;

/**
 * The log says that somebody acted, to whoever reads it; about which record, only to those who may see the record as it was and as
 * it became. Else the log would be a window in every wall.
 */
export function unveiled(entry: LogEntry, actor: Actor): LogEntry {
  const { before, after } = entry.body;
  if ([before, after].every((snapshot) => snapshot === null || mayKnow(actor, snapshot))) return entry;
  return { ...entry, body: { ...entry.body, before: null, after: null } };
}

/** Whether a record, as a snapshot of the log tells of it, may be seen. */
export function mayKnow(actor: Actor, snapshot: Snapshot): boolean {
  const { visibility, wall, clusterId, groupId, personId } = snapshot;
  if (visibility === undefined && wall === undefined) return true;
  return maySee(actor, {
    clusterId: typeof clusterId === "string" ? clusterId : (actor.clusterId ?? ""),
    // What nobody knows how to read is kept closed.
    visibility: VISIBILITIES.find((level): level is Visibility => level === visibility) ?? "private",
    owners: ["organisationId", "fromOrganisationId", "toOrganisationId"].flatMap((key) =>
      texts(snapshot[key]),
    ),
    wall: texts(wall),
    groupId: texts(groupId)[0] ?? null,
    personId: texts(personId)[0] ?? null,
  });
}

const texts = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string");
