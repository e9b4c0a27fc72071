/** A stretch of membership in one cluster. `until` is the first day it is over. */
export interface Stretch {
  id: string;
  clusterId: string;
  role: string;
  since: string;
  until: string | null;
  /** Everything else that is said of it, to compare. */
  terms: string;
}

export interface Part {
  clusterId: string;
  /** The stretch that goes on as this one. */
  id: string;
  since: string;
  until: string | null;
  /** The stretch that says how it ended, or when it is to be renewed. */
  endsAs: string;
}

export interface Joined {
  /** As the stretches are afterwards. */
  stays: Part[];
  /** What is left of a stretch behind a stronger one in its midst: it is written down anew. */
  fresh: Part[];
  /** Wholly covered by another, which stands for it from now on. */
  covered: { id: string; clusterId: string; by: string }[];
}

const RANK = ["anchor", "core", "associate", "partner", "applicant"];
const rank = (role: string) => (RANK.includes(role) ? RANK.indexOf(role) : RANK.length);

type Own = Stretch & { kept: boolean };

/**
 * One organisation is in a cluster once on any day. Where both were there on the same days, the stronger role counts for these days, and
 * of equals what the kept one has; the other days keep the role they had. Stretches that meet in time and say the same become one.
 */
export function joinMemberships(kept: readonly Stretch[], merged: readonly Stretch[]): Joined {
  const joined: Joined = { stays: [], fresh: [], covered: [] };
  const all: Own[] = [
    ...kept.map((one) => ({ ...one, kept: true })),
    ...merged.map((one) => ({ ...one, kept: false })),
  ];
  for (const here of Map.groupBy(all, (one) => one.clusterId).values()) {
    // One that lasted no day is in nobody's way.
    const lasting = here.filter((one) => one.since !== one.until);
    const meet = lasting.some(
      (a) => a.kept && lasting.some((b) => !b.kept && a.since <= end(b) && b.since <= end(a)),
    );
    const parts = meet
      ? partsOf(lasting)
      : lasting.map((one) => ({ ...one, endsAs: one.id, among: [one.id] }));
    joined.stays.push(
      ...here.filter((one) => one.since === one.until).map((one) => ({ ...one, endsAs: one.id })),
    );
    const used = new Set<string>();
    for (const { among, ...part } of parts) {
      const id = among.find((one) => !used.has(one));
      if (id) {
        used.add(id);
        joined.stays.push({ ...part, id });
      } else joined.fresh.push({ ...part, id: among[0]! });
    }
    for (const one of lasting.filter(({ id }) => !used.has(id))) {
      const by = parts
        .find((part) => one.since < end(part) && part.since < end(one))!
        .among.find((id) => used.has(id))!;
      joined.covered.push({ id: one.id, clusterId: one.clusterId, by });
    }
  }
  return joined;
}

/** Day by day the strongest, put together again. */
function partsOf(stretches: readonly Own[]): (Part & { among: string[] })[] {
  const days = [...new Set(stretches.flatMap((one) => [one.since, end(one)]))].sort();
  const parts: (Part & { among: string[]; last: Own })[] = [];
  for (const [i, day] of days.slice(0, -1).entries()) {
    const best = stretches
      .filter((one) => one.since <= day && day < end(one))
      .sort(
        (a, b) =>
          rank(a.role) - rank(b.role) || Number(b.kept) - Number(a.kept) || (a.since < b.since ? -1 : 1),
      )[0];
    const until = days[i + 1] === END ? null : days[i + 1]!;
    const before = parts.at(-1);
    if (!best) continue;
    if (before && before.until === day && (before.last.id === best.id || isTwin(before.last, best))) {
      Object.assign(before, { until, endsAs: best.id, last: best });
      if (!before.among.includes(best.id)) before.among.push(best.id);
    } else
      parts.push({
        clusterId: best.clusterId,
        id: best.id,
        since: day,
        until,
        endsAs: best.id,
        among: [best.id],
        last: best,
      });
  }
  return parts.map(({ last: _, ...part }) => part);
}

const isTwin = (a: Own, b: Own) => a.kept !== b.kept && a.role === b.role && a.terms === b.terms;

const END = "9999-12-31";
const end = (one: { until: string | null }) => one.until ?? END;
