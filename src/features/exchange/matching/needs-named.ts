import { sql } from "kysely";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { displayName } from "../../../ui/index.ts";
import { needsSeenBy, teasersSeenBy } from "../visible.ts";
import type { Intent, Kind } from "../words.ts";
import { type Eyes, uuids } from "./sources.ts";

interface About {
  id: string;
  clusterId: ClusterId;
  kind: Kind;
  intent: Intent;
  deadline: string | null;
  href: string;
}

export interface NeedNamed extends About {
  known: "name";
  title: string;
  organisation: { id: OrganisationId; slug: string; name: string };
  openedAt: Date | null;
}

/** No owner, no title, no day: the month it was written in, as for everybody who reads it. */
export interface TeaserNamed extends About {
  known: "teaser";
  text: string;
  since: string;
}

/** Needs by the documents `need:…` and `teaser:…`, as far as the asker reads them at this moment. */
export async function needsNamedFor(
  db: Db,
  { actor }: Eyes,
  clusterSlug: string,
  documents: readonly string[],
): Promise<Map<string, NeedNamed | TeaserNamed>> {
  const ids = (kind: string) =>
    documents.filter((id) => id.startsWith(`${kind}:`)).map((id) => id.slice(kind.length + 1));
  const found = new Map<string, NeedNamed | TeaserNamed>();
  const href = (id: string) => `/clusters/${clusterSlug}/needs/${id}`;
  const needs = await db
    .selectFrom("need")
    .innerJoin("organisation", "organisation.id", "need.organisationId")
    .select(["need.id", "need.clusterId", "need.kind", "need.intent", "need.deadline", "need.title"])
    .select(["need.openedAt", "need.organisationId", "organisation.slug", "organisation.name"])
    .where(sql<boolean>`need.id = any (${uuids(ids("need"))})`)
    .where(needsSeenBy(actor))
    .execute();
  for (const { organisationId, slug, name, kind, intent, ...need } of needs)
    found.set(`need:${need.id}`, {
      ...need,
      kind: kind as Kind,
      intent: intent as Intent,
      known: "name",
      href: href(need.id),
      organisation: { id: organisationId, slug, name: displayName(name) },
    });
  const teasers = await db
    .selectFrom("needTeaser")
    .select(["needId as id", "clusterId", "kind", "intent", "deadline", "text", "since"])
    .where(sql<boolean>`need_teaser.need_id = any (${uuids(ids("teaser"))})`)
    .where(teasersSeenBy(actor))
    .execute();
  for (const { kind, intent, ...teaser } of teasers)
    found.set(`teaser:${teaser.id}`, {
      ...teaser,
      kind: kind as Kind,
      intent: intent as Intent,
      known: "teaser",
      href: href(teaser.id),
    });
  return found;
}
