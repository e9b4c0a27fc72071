import { readOwnValue } from "../../registry/feature.ts";
import { type Candidate, handleOf } from "./match.ts";
import type { Write } from "./plan.ts";
import { factKeys, key, type Standing } from "./standing.ts";

/** Once a row is planned or written, the rows after it find what it brings. */
export function remember(standing: Standing, organisation: Candidate, writes: readonly Write[]): void {
  const id = handleOf(organisation);
  for (const write of writes) {
    switch (write.do) {
      case "begin-membership":
        organisation.memberHere = true;
        break;
      case "add-fact":
        for (const one of factKeys(id, write.fact)) standing.facts.add(one);
        break;
      case "add-person":
        standing.facts.add(key(id, "people", write.person.name));
        break;
      case "invite":
        standing.invited.add(key(id, write.person.email, write.role));
        break;
      case "put-label": {
        const label = standing.labels.get(key(write.name)) ?? `new:${write.name}`;
        standing.labels.set(key(write.name), label);
        standing.labelled.add(key(id, label));
        break;
      }
      case "set-own": {
        const read = readOwnValue(write.field, write.value, "de");
        if (read.ok && read.value !== null) standing.own.set(key(id, write.field.id), read.value);
        break;
      }
      case "add-note":
        standing.notes.add(key(id, write.text));
        break;
      case "add-link":
        standing.links.push({
          fromOrganisationId: id,
          toOrganisationId: handleOf(write.other),
          nature: write.nature,
          since: write.link.since ?? null,
          until: write.link.until ?? null,
        });
        break;
      default:
        break;
    }
  }
}
