import { describe, expect, it } from "vitest";
import { type Actor, STRANGER } from "../kernel/actor.ts";
import { VISIBILITIES, type Visibility } from "../kernel/visibility.ts";
import { ACTIONS, type Action, can, type Subjects } from "./can.ts";
import { levelsOpen } from "./identity.ts";

const HERE = "cluster";
const OWN = "own";

const member = (role: "owner" | "editor" | "reader", organisationId: string, kind = "enterprise"): Actor => ({
  ...STRANGER,
  personId: `person of ${organisationId}`,
  clusterId: HERE,
  organisationId,
  seatRole: role,
  membership: "core",
  ownOrganisations: [organisationId],
  levels: levelsOpen(null, "core", kind),
});
const office = (role: "manager" | "facilitator" | "analyst" | "auditor"): Actor => ({
  ...STRANGER,
  personId: role,
  clusterId: HERE,
  office: role,
  levels: levelsOpen(role, null, null),
});

const ROLES: Record<string, Actor> = {
  stranger: { ...STRANGER, clusterId: HERE },
  customer: {
    ...STRANGER,
    clusterId: HERE,
    personId: "customer",
    organisationId: "outside",
    seatRole: "owner",
    ownOrganisations: ["outside"],
  },
  applicant: {
    ...member("owner", "applying"),
    membership: "applicant",
    levels: levelsOpen(null, "applicant", "enterprise"),
  },
  elsewhere: { ...member("owner", "far"), membership: null, levels: ["public"] },
  authority: member("editor", "authority", "authority"),
  rival: member("owner", "rival"),
  member: member("owner", "other"),
  reader: member("reader", OWN),
  editor: member("editor", OWN),
  owner: member("owner", OWN),
  analyst: office("analyst"),
  auditor: office("auditor"),
  facilitator: office("facilitator"),
  manager: office("manager"),
  "manager's token for reading": { ...office("manager"), readOnly: true },
  operator: { ...STRANGER, clusterId: HERE, personId: "operator", operator: true },
};

/** A subject of every kind: of the cluster `HERE`, belonging to `OWN`, walled from `rival`. */
const subject = (visibility: Visibility) => ({
  clusterId: HERE,
  visibility,
  owners: [OWN],
  wall: ["rival"],
  personId: visibility === "private" ? `person of ${OWN}` : null,
  id: OWN,
  organisationId: OWN,
  memberHere: true,
  origin: "declared",
  declaredFor: "other",
  // Of the exchange: open, all of it told, the team mediates.
  state: "open",
  step: "full",
  mediated: true,
  across: false,
  released: 0,
  gatheredBy: null,
  confirmedAt: null,
  from: OWN,
  to: "other",
  fromAt: HERE,
  toAt: HERE,
  asked: true,
  walled: false,
});

/** Rights that ask about a need as it is or as its teaser. */
const BY_EITHER = new Set<Action>(["need.read", "need.ask", "need.judge-own"]);

const BY_LEVEL = new Set<Action>([
  "organisation.see",
  "membership.see",
  "project.see",
  "fact.see",
  "link.see",
  "cluster.see",
]);

function ask(actor: Actor, action: Action, visibility: Visibility): boolean {
  const asked =
    action === "account.keep"
      ? { personId: `person of ${OWN}` }
      : action === "installation.inspect"
        ? null
        : action === "link.confirm"
          ? { ...subject(visibility), owners: [OWN, "other"], declaredFor: "other" }
          : action === "link.withdraw"
            ? { ...subject(visibility), owners: [OWN, "other"], declaredFor: OWN }
            : BY_EITHER.has(action)
              ? { need: subject(visibility), teaser: null }
              : subject(visibility);
  return can(actor, action, asked as Subjects[Action] as never);
}

/** Role by action. For what is only seen, the deepest level seen; for what is done, on a record at cluster level. */
function printed(): string {
  const names = Object.keys(ROLES);
  const width = Math.max(...names.map((name) => name.length));
  const blocks = ACTIONS.toSorted().map((action) => {
    const lines = names.map((name) => {
      const actor = ROLES[name]!;
      const said = BY_LEVEL.has(action)
        ? VISIBILITIES.filter((level) => ask(actor, action, level)).join(" ") || "-"
        : ask(actor, action, "cluster")
          ? "yes"
          : "-";
      return `  ${name.padEnd(width)}  ${said}`;
    });
    return `${action}\n${lines.join("\n")}`;
  });
  return `Who may do what. Subject: a record of the organisation "own", in this cluster, walled from "rival".\n\n${blocks.join("\n\n")}\n`;
}

describe("the matrix of permissions", () => {
  it("is the one that was agreed", async () => {
    await expect(printed()).toMatchFileSnapshot("./matrix.golden.txt");
  });

  it("lets a token for reading change nothing", () => {
    const changes = ACTIONS.filter((action) =>
      /\.(edit|declare|confirm|withdraw|give|end|keep)$/.test(action),
    );
    expect(changes.length).toBeGreaterThan(6);
    for (const action of changes)
      for (const actor of Object.values(ROLES))
        expect(ask({ ...actor, readOnly: true }, action, "public")).toBe(false);
  });
});
