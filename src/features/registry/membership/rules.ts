import type { MembershipRole } from "../../../kernel/actor.ts";

/** What a level gives on a day. `inherited` is what a member of it hands down to its own members. */
export interface LevelTerm {
  levelId: string;
  since: string;
  votesDirect: number;
  votesIndirect: number;
  benefits: readonly string[];
  inherited: readonly string[];
}

/** The benefit the house itself understands: access to what the level `cluster` shows. */
export const INNER_SPACE = "inner-space";

export interface DirectMember {
  organisationId: string;
  role: MembershipRole;
  levelId: string | null;
}

/** The firm belongs to the association, which may belong to another one. */
export interface MemberLink {
  firm: string;
  association: string;
}

export interface Belongs {
  organisationId: string;
  /** One's own membership; `null` for who is a member only through others. */
  own: DirectMember | null;
  /** The members of the cluster one shares in, each once however many paths lead there. */
  through: string[];
  votes: number;
  benefits: string[];
}

/**
 * Who belongs to a cluster on a day, and with what. Handed in are the memberships and the links that hold on that day; a membership
 * is shared by everybody from whom links lead up to it. Whoever has several ways in has the best of them, once.
 */
export function belonging(
  direct: readonly DirectMember[],
  links: readonly MemberLink[],
  terms: ReadonlyMap<string, LevelTerm>,
): Belongs[] {
  const below = new Map<string, string[]>();
  for (const { firm, association } of links)
    below.set(association, [...(below.get(association) ?? []), firm]);
  const members = new Map<string, Belongs>();
  const at = (organisationId: string) => {
    const known = members.get(organisationId);
    if (known) return known;
    const fresh: Belongs = { organisationId, own: null, through: [], votes: 0, benefits: [] };
    members.set(organisationId, fresh);
    return fresh;
  };
  for (const own of direct) {
    const member = at(own.organisationId);
    // Two overlapping rows of one organisation are one membership: the weightier.
    if (member.own && weight(member.own) <= weight(own)) continue;
    member.own = own;
  }
  for (const member of [...members.values()]) {
    const { own } = member;
    if (!own || own.role === "applicant") continue;
    const term = own.levelId === null ? undefined : terms.get(own.levelId);
    give(member, term?.votesDirect ?? 0, own.levelId === null ? [INNER_SPACE] : (term?.benefits ?? []));
    for (const id of allBelow(own.organisationId, below)) {
      const sharing = at(id);
      sharing.through.push(own.organisationId);
      give(sharing, term?.votesIndirect ?? 0, term?.inherited ?? []);
    }
  }
  return [...members.values()];
}

const ROLES: readonly MembershipRole[] = ["anchor", "core", "associate", "partner", "applicant"];
const weight = ({ role }: DirectMember) => ROLES.indexOf(role);

function give(member: Belongs, votes: number, benefits: readonly string[]) {
  member.votes = Math.max(member.votes, votes);
  member.benefits = [...new Set([...member.benefits, ...benefits])];
}

/** Everybody from whom links lead up to it, itself left out; an association that belongs to its own member ends nowhere else. */
function allBelow(association: string, below: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const next = [association];
  for (let id = next.pop(); id !== undefined; id = next.pop())
    for (const firm of below.get(id) ?? [])
      if (firm !== association && !found.has(firm)) {
        found.add(firm);
        next.push(firm);
      }
  return found;
}

/** A stretch of time, half open: the day of `until` is the first one outside. */
export interface Span {
  since: string;
  until: string | null;
}
export const covers = ({ since, until }: Span, day: string) =>
  since <= day && (until === null || day < until);
const isEmpty = ({ since, until }: Span) => until !== null && until <= since;
export const overlap = (a: Span, b: Span) =>
  !isEmpty(a) && !isEmpty(b) && a.since < (b.until ?? "9999-12-31") && b.since < (a.until ?? "9999-12-31");
