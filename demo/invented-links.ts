import { PICS } from "./people.ts";

export interface InventedLink {
  cluster: string;
  /** Participant codes, or slugs of invented organisations. */
  from: string;
  to: string;
  type: "formal" | "informal" | "industry" | "production" | "geographic";
  nature: string;
  issue: "training" | "technology" | "design" | "marketing" | "export" | "distribution" | null;
  digitalLevel: "none" | "mail" | "shared-file" | "portal" | "system" | null;
  strength: number;
  confirmed: boolean;
  declaredFor: "from" | "to";
  wall?: readonly string[];
}

export interface MemberForLinks {
  pic: string;
  kind: string;
  city: string | null;
}

type Pattern = Omit<InventedLink, "cluster" | "from" | "to" | "wall">;
const pattern = (
  type: Pattern["type"],
  nature: string,
  strength: number,
  more: Partial<Omit<Pattern, "type" | "nature" | "strength">> = {},
): Pattern => ({
  type,
  nature,
  strength,
  issue: null,
  digitalLevel: null,
  confirmed: true,
  declaredFor: "from",
  ...more,
});

const supplies = (digitalLevel: Pattern["digitalLevel"], strength: number, confirmed = true) =>
  pattern("production", "supplies", strength, { digitalLevel, confirmed });
const services = (digitalLevel: Pattern["digitalLevel"], strength: number, confirmed = true) =>
  pattern("production", "services", strength, { digitalLevel, confirmed });

/**
 * One link of each type and digital level between members of a cluster, chosen by their place in the list alone: no word is true of
 * the organisations it is said of.
 */
export function inventLinks(cluster: string, members: readonly MemberForLinks[]): InventedLink[] {
  const firms = members.filter((member) => member.kind === "enterprise");
  const science = members.filter((member) => member.kind === "research");
  const neighbours = firms.find((firm, i) => firms.slice(0, i).some((other) => sameCity(other, firm)));
  const neighbour = neighbours && firms.find((firm) => sameCity(firm, neighbours));

  const wanted: [MemberForLinks | undefined, MemberForLinks | undefined, Pattern][] = [
    [firms[1], firms[0], supplies("portal", 4)],
    [firms[2], firms[0], supplies("system", 5)],
    [firms[2], firms[1], supplies("mail", 2, false)],
    [firms[3], firms[0], services("shared-file", 3)],
    [firms[4], firms[1], services("none", 2)],
    [firms[0], science[0], pattern("formal", "contract", 4, { issue: "technology" })],
    [science[0], firms[1], pattern("formal", "licences", 3, { issue: "technology" })],
    [science[0], firms[0], pattern("informal", "exchange", 3, { issue: "training" })],
    [science[1], firms[2], pattern("informal", "knows", 1, { confirmed: false })],
    [science[0], science[1], pattern("informal", "shares-staff", 2)],
    [firms[1], firms[2], pattern("industry", "complements", 2, { issue: "marketing" })],
    [firms[0], firms[4], pattern("formal", "alliance", 2, { issue: "export", confirmed: false })],
    [neighbour, neighbours, pattern("geographic", "neighbours", 1)],
  ];
  return wanted.flatMap(([from, to, how]) =>
    from && to ? [{ cluster, from: from.pic, to: to.pic, ...how }] : [],
  );
}

const sameCity = (a: MemberForLinks, b: MemberForLinks) =>
  a.pic !== b.pic && a.city !== null && a.city.toLowerCase() === b.city?.toLowerCase();

/** The two rivals: they compete in the open, and each has a link the other never sees. One waits for an answer. */
export const RIVAL_LINKS: readonly InventedLink[] = [
  { cluster: "maritime", from: PICS.atlantec, to: PICS.napa, ...pattern("industry", "competes", 3) },
  {
    cluster: "maritime",
    from: PICS.atlantec,
    to: PICS.tuhh,
    ...pattern("formal", "contract", 4, { issue: "design" }),
    wall: [PICS.napa],
  },
  {
    cluster: "maritime",
    from: PICS.napa,
    to: PICS.wartsila,
    ...pattern("formal", "alliance", 3, { issue: "distribution" }),
    wall: [PICS.atlantec],
  },
  { cluster: "maritime", from: PICS.wartsila, to: PICS.atlantec, ...services("mail", 2, false) },
];

const ELBWERK = "elbwerk-schiffstechnik-invented";
const DEICHTOR = "deichtor-hydraulik-invented";
const CABINS = "kabinenwerft-nord-invented";

/** Invented firms among themselves and with the rivals; some wait for the other side's word. */
export const FIRM_LINKS: readonly InventedLink[] = [
  { cluster: "maritime", from: DEICHTOR, to: ELBWERK, ...supplies("portal", 4) },
  { cluster: "maritime", from: PICS.atlantec, to: ELBWERK, ...services("shared-file", 3) },
  { cluster: "maritime", from: "priel-messtechnik-invented", to: ELBWERK, ...services("mail", 2, false) },
  {
    cluster: "maritime",
    from: ELBWERK,
    to: PICS.tuhh,
    ...pattern("formal", "contract", 3, { issue: "design" }),
  },
  { cluster: "maritime", from: DEICHTOR, to: PICS.napa, ...services("shared-file", 2, false) },
  { cluster: "aviation", from: "faserform-lueneburg-invented", to: CABINS, ...supplies("system", 5) },
  {
    cluster: "aviation",
    from: CABINS,
    to: PICS.tuhh,
    ...pattern("formal", "contract", 3, { issue: "training" }),
  },
  { cluster: "aviation", from: "windkanal-elbe-invented", to: CABINS, ...services("none", 2, false) },
];
