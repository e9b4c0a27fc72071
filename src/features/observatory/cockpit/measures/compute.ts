import type { Evidence, Measure, Measured } from "../words.ts";
import { holds, inYear, monthOf, monthsBefore, monthsBetween } from "./days.ts";
import { coreOf, distanceKm } from "./near.ts";
import type { Act, Membership, Records } from "./records.ts";

/** How near is near. */
const NEAR_KM = 50;
/** So many characters say something of a cluster. */
const LEAST_TEXT = 100;

type Rule = (records: Records, day: string) => Measured;

/** Every measure as it stood at the end of a day, as the records of now tell it. */
export const compute: Readonly<Record<Measure, Rule>> = {
  members: (records, day) => count(membersOn(records, day).map((one) => membership(one, true))),
  "committed-members": (records, day) => count(commitment(records, day)),
  "committed-share": (records, day) => share(commitment(records, day)),
  "actor-kinds": actorKinds,
  "sme-share": (records, day) =>
    share(
      membersOn(records, day)
        .filter(({ organisationId }) => kindOf(records, organisationId) === "enterprise")
        .map((one) => {
          const size = records.organisations.get(one.organisationId)!.sizeClass;
          return { ...membership(one, SMALL.includes(size ?? "")), mark: size };
        }),
    ),
  "near-share": nearShare,
  "years-running": yearsRunning,
  "team-retention": (records, day) => stayed(records.offices, day, "office"),
  retention: retention,
  "voting-share": (records, day) =>
    share(
      membersOn(records, day).map((one) => {
        const votes = votesOf(records, one.levelId, day);
        return { ...membership(one, votes > 0), mark: String(votes) };
      }),
    ),
  "contacted-share": (records, day) => share(lastActs(records, day, CONTACTS)),
  "cooperating-share": (records, day) => {
    const members = idsOn(records, day);
    return share(tied(records, day, (link) => members.has(link.other)));
  },
  "science-share": (records, day) =>
    share(
      tied(records, day, (link) => link.otherKind === "research").filter(
        ({ organisationId }) => kindOf(records, organisationId!) === "enterprise",
      ),
    ),
  "abroad-share": (records, day) =>
    share(
      tied(records, day, (link, member) => {
        const home = records.organisations.get(member)!.country;
        return home !== null && link.otherCountry !== null && link.otherCountry !== home;
      }),
    ),
  "months-watched": (records, day) =>
    count(
      records.kept
        .filter((month) => month > monthsBefore(monthOf(day), 12) && month <= day)
        .map((month) => ({ kind: "month", on: month, counts: true })),
    ),
  "focus-share": focusShare,
  "events-held": (records, day) =>
    count(
      records.events
        .filter(({ on }) => inYear(on, day))
        .map(({ id, on }) => ({ kind: "event", subjectId: id, on, counts: true })),
    ),
  "outcome-share": (records, day) => inner(share(introductions(records, day, 24, ["stated", "confirmed"]))),
  "outcomes-confirmed": (records, day) =>
    inner(count(introductions(records, day, 24, ["confirmed"]).filter(({ counts }) => counts))),
  "reached-share": (records, day) =>
    share(
      membersOn(records, day).map((one) => {
        const seat = records.seats.find(
          (held) => held.organisationId === one.organisationId && held.speaks && holds(held, day),
        );
        return {
          kind: seat ? "seat" : "membership",
          subjectId: seat?.id ?? one.id,
          organisationId: one.organisationId,
          on: seat?.since ?? one.since,
          counts: seat !== undefined,
        };
      }),
    ),
  "answer-share": answerShare,
  "web-presence": (records, day) => {
    const checks = siteChecks(records, day);
    return count(checks);
  },
  "english-site": (records, day) => {
    const checks = siteChecks(records, day).filter(({ mark }) => ENGLISH.includes(mark!));
    return {
      ...count(checks),
      value: checks.every(({ counts }) => counts) ? 1 : 0,
      part: null,
      whole: null,
    };
  },
};

const SMALL = ["micro", "small", "medium", "sme"];
const CONTACTS: readonly Act["kind"][] = ["registration", "answer"];
const ENGLISH = ["public", "text-en", "fresh"];

const count = (evidence: readonly Evidence[]): Measured => ({
  value: evidence.filter(({ counts }) => counts).length,
  part: null,
  whole: null,
  evidence,
  innerOnly: false,
});

/** In percent; of nothing there is no share. */
const share = (evidence: readonly Evidence[]): Measured => {
  const part = evidence.filter(({ counts }) => counts).length;
  const whole = evidence.length;
  return { value: whole === 0 ? null : (100 * part) / whole, part, whole, evidence, innerOnly: false };
};

const inner = (measured: Measured): Measured => ({ ...measured, innerOnly: true });

/** Each member once, by the membership that holds on the day. */
function membersOn(records: Records, day: string): Membership[] {
  const found = new Map<string, Membership>();
  for (const one of records.memberships) if (holds(one, day)) found.set(one.organisationId, one);
  return [...found.values()];
}

const idsOn = (records: Records, day: string) =>
  new Set(membersOn(records, day).map(({ organisationId }) => organisationId));

const kindOf = (records: Records, id: string) => records.organisations.get(id)!.kind;

const membership = (one: Membership, counts: boolean): Evidence => ({
  kind: "membership",
  subjectId: one.id,
  organisationId: one.organisationId,
  on: one.since,
  counts,
});

/** Every member with the last of its acts in twelve months, or with its membership where there was none. */
function lastActs(records: Records, day: string, kinds?: readonly Act["kind"][]): Evidence[] {
  const last = new Map<string, Act>();
  for (const act of records.acts) {
    if (!inYear(act.on, day) || (kinds && !kinds.includes(act.kind))) continue;
    const known = last.get(act.organisationId);
    if (!known || known.on < act.on || (known.on === act.on && order(act) < order(known)))
      last.set(act.organisationId, act);
  }
  return membersOn(records, day).map((one) => {
    const act = last.get(one.organisationId);
    return act
      ? { kind: act.kind, subjectId: act.id, organisationId: act.organisationId, on: act.on, counts: true }
      : membership(one, false);
  });
}
const order = ({ kind, id }: Act) => `${kind} ${id ?? ""}`;

const commitment = (records: Records, day: string) => lastActs(records, day);

/** Business, science, the public side, and those between them: of each the members are told. */
const SIDES: Readonly<Record<string, string>> = {
  enterprise: "business",
  inventor: "business",
  research: "science",
  authority: "public-side",
  development: "public-side",
  association: "between",
  finance: "between",
  service: "between",
};

function actorKinds(records: Records, day: string): Measured {
  const evidence = membersOn(records, day).map((one) => ({
    ...membership(one, true),
    mark: SIDES[kindOf(records, one.organisationId)] ?? "between",
  }));
  return { ...count(evidence), value: new Set(evidence.map(({ mark }) => mark)).size };
}

/** Within reach of the middle of the members; who has no known place is not among them. */
function nearShare(records: Records, day: string): Measured {
  const placed = membersOn(records, day).flatMap((one) => {
    const { lat, lon } = records.organisations.get(one.organisationId)!;
    return lat === null || lon === null ? [] : [{ one, place: { lat, lon } }];
  });
  const core = coreOf(placed.map(({ place }) => place));
  return share(
    placed.map(({ one, place }) => {
      const km = distanceKm(core!, place);
      return { ...membership(one, km <= NEAR_KM), mark: km.toFixed(0) };
    }),
  );
}

function yearsRunning(records: Records, day: string): Measured {
  const { founded } = records.cluster;
  const running = founded !== null && founded <= day;
  return {
    value: running ? Math.floor(monthsBetween(founded, day) / 12) : null,
    part: null,
    whole: null,
    evidence: running ? [{ kind: "cluster", subjectId: records.clusterId, on: founded, counts: true }] : [],
    innerOnly: false,
  };
}

/** Of those a year ago, who is still here. */
function stayed(spans: readonly (Membership | Records["offices"][number])[], day: string, kind: "office") {
  const then = monthsBefore(day, 12);
  return share(
    spans
      .filter((span) => holds(span, then))
      .map((span): Evidence => ({ kind, subjectId: span.id, on: span.since, counts: holds(span, day) })),
  );
}

/** A change of terms ends one row and begins another: what counts is whether the organisation still belongs. */
function retention(records: Records, day: string): Measured {
  const now = idsOn(records, day);
  return share(
    membersOn(records, monthsBefore(day, 12)).map((one) => membership(one, now.has(one.organisationId))),
  );
}

/** Before its first term a level gave what that one says. */
function votesOf(records: Records, levelId: string | null, day: string): number {
  const terms = records.votes
    .filter((term) => term.levelId === levelId && term.since <= day)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));
  return terms.at(-1)?.votes ?? 0;
}

/** Every member with the first of its links that fits. */
function tied(
  records: Records,
  day: string,
  fits: (link: Records["links"][number], member: string) => boolean,
): Evidence[] {
  const first = new Map<string, Records["links"][number]>();
  for (const link of records.links)
    if (
      !first.has(link.member) &&
      (link.since === null || link.since <= day) &&
      (link.until === null || link.until > day) &&
      records.organisations.has(link.member) &&
      fits(link, link.member)
    )
      first.set(link.member, link);
  return membersOn(records, day).map((one) => {
    const link = first.get(one.organisationId);
    return link
      ? {
          kind: "link",
          subjectId: link.id,
          organisationId: one.organisationId,
          on: link.since,
          counts: true,
        }
      : membership(one, false);
  });
}

function focusShare(records: Records, day: string): Measured {
  const { industries, competences } = records.cluster;
  if (industries.length + competences.length === 0) return share([]);
  return share(
    membersOn(records, day).map((one) => {
      const organisation = records.organisations.get(one.organisationId)!;
      const inIndustry = organisation.industries.some((code) =>
        industries.some((own) => code === own || code.startsWith(own)),
      );
      return membership(one, inIndustry || organisation.inField);
    }),
  );
}

function introductions(
  records: Records,
  day: string,
  months: number,
  outcomes: readonly (string | null)[],
): Evidence[] {
  const from = monthsBefore(day, months);
  return records.introductions
    .filter(({ agreed, askedOn }) => agreed && askedOn > from && askedOn <= day)
    .map(({ id, askedOn, outcome, outcomeOn }) => ({
      kind: "introduction",
      subjectId: id,
      on: askedOn,
      counts: outcomes.includes(outcome) && outcomeOn !== null && outcomeOn <= day,
    }));
}

/** Members that were asked something in two years, each once: did they answer any of it? */
function answerShare(records: Records, day: string): Measured {
  const from = monthsBefore(day, 24);
  const within = (on: string) => on > from && on <= day;
  const answered = new Map(
    records.acts
      .filter(({ kind, on }) => kind === "answer" && within(on))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map((act) => [act.organisationId, act.on]),
  );
  const asked = new Set(
    records.asked.filter(({ on }) => within(on)).map(({ organisationId }) => organisationId),
  );
  return share(
    membersOn(records, day)
      .filter(({ organisationId }) => asked.has(organisationId))
      .map((one) => {
        const on = answered.get(one.organisationId);
        return on
          ? { kind: "answer", organisationId: one.organisationId, on, counts: true }
          : membership(one, false);
      }),
  );
}

function siteChecks(records: Records, day: string): Evidence[] {
  const { cluster, clusterId, events, memberships } = records;
  const fresh = [
    ...events.flatMap(({ publishedOn }) => (publishedOn === null ? [] : [publishedOn])),
    ...memberships.map(({ since }) => since),
  ].some((on) => inYear(on, day));
  const check = (mark: string, counts: boolean): Evidence => ({
    kind: "check",
    subjectId: clusterId,
    mark,
    counts,
  });
  return [
    check("public", cluster.public),
    check("text-en", cluster.aboutEn.trim().length >= LEAST_TEXT),
    check("text-de", cluster.aboutDe.trim().length >= LEAST_TEXT),
    check("address", cluster.url !== null),
    check("fresh", fresh),
  ];
}
