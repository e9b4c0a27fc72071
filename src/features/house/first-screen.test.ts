import { expect, it } from "vitest";
import type { Identity, SeatHeld } from "../../access/identity.ts";
import { firstScreen } from "./first-screen.ts";

const seat = (memberships: SeatHeld["memberships"]): SeatHeld => ({
  id: "s",
  role: "owner",
  title: null,
  organisationId: "o",
  organisationName: "O",
  organisationSlug: "o",
  organisationKind: "enterprise",
  memberships,
});
const person = (rest: Partial<Identity>): Identity => ({
  personId: "p",
  name: "P",
  email: "p@example.org",
  locale: "en",
  operator: false,
  seats: [],
  offices: [],
  ...rest,
});
const arts = { clusterId: "1", slug: "arts", role: "associate" } as const;
const boats = { clusterId: "2", slug: "boats", role: "core" } as const;
const ports = { clusterId: "3", slug: "ports", role: "core" } as const;

it.each([
  ["where the role weighs most", [arts, ports], {}, "/clusters/ports/today"],
  [
    "where it has been longest",
    [boats, ports],
    { "2": "2023-01-01", "3": "2022-01-01" },
    "/clusters/ports/today",
  ],
  ["at the first name where nothing else tells", [ports, boats], {}, "/clusters/boats/today"],
  ["among the organisations, outside of any cluster", [], {}, "/organisations"],
] as const)("a member's day begins %s", (_, memberships, since, to) => {
  const identity = person({ seats: [seat([...memberships])] });
  expect(firstScreen(identity, "seat:s", new Map(Object.entries(since)))).toBe(to);
});

it("an operator's day begins at the installation, unless they act from another role", () => {
  expect(firstScreen(person({ operator: true }), null)).toBe("/installation");
  expect(firstScreen(person({ operator: true, seats: [seat([arts])] }), "seat:s")).toBe(
    "/clusters/arts/today",
  );
});
