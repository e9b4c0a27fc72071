import { describe, expect, it } from "vitest";
import { type InvitationMade, type SeatHeld, usersOf } from "./rules.ts";

const TODAY = "2026-11-21";
const seat = (rest: Partial<SeatHeld> = {}): SeatHeld => ({
  id: "s1",
  personId: "ada",
  name: "Ada",
  email: "Ada@example.org",
  role: "reader",
  title: null,
  since: "2026-01-01",
  until: null,
  ...rest,
});
const invitation = (rest: Partial<InvitationMade> = {}): InvitationMade => ({
  id: "i1",
  email: "ada@example.org",
  name: "A.",
  role: "editor",
  title: null,
  createdAt: new Date("2026-10-01T09:00:00Z"),
  acceptedBy: null,
  waiting: true,
  ...rest,
});

describe("the users of an organisation", () => {
  it("are people, not seats: the strongest role is theirs", () => {
    const users = usersOf([seat(), seat({ id: "s2", role: "owner" })], [], [], TODAY);
    expect(users).toMatchObject([{ id: "ada", role: "owner", state: "seat", active: true }]);
    expect(users[0]!.seats.map(({ id }) => id)).toEqual(["s2", "s1"]);
  });

  it("are one with a seat and an invitation to another", () => {
    expect(usersOf([seat()], [invitation()], [], TODAY)).toMatchObject([{ role: "reader", state: "seat" }]);
  });

  it("are not active before the first day", () => {
    const [user] = usersOf([seat({ since: "2026-12-01" })], [], [], TODAY);
    expect([user!.state, user!.active]).toEqual(["seat", false]);
  });

  it("are gone with their seat, unless a directory keeps them", () => {
    const ended = [seat({ until: TODAY }), seat({ id: "s0", role: "owner", until: "2026-03-01" })];
    expect(usersOf(ended, [], [], TODAY)).toEqual([]);
    const kept = { id: "k1", personId: "ada", invitationId: null, externalId: "x" };
    expect(usersOf(ended, [], [kept], TODAY)).toMatchObject([
      { id: "k1", role: "reader", state: "ended", active: false, externalId: "x" },
    ]);
  });

  it("stay who they are when they accept, and when they change their address afterwards", () => {
    const kept = { id: "k1", personId: null, invitationId: "i1", externalId: null };
    expect(usersOf([], [invitation()], [kept], TODAY)).toMatchObject([{ id: "k1", state: "invited" }]);
    const accepted = invitation({ acceptedBy: "ada", waiting: false });
    const moved = seat({ email: "ada@new.example" });
    expect(usersOf([moved], [accepted], [kept], TODAY)).toMatchObject([
      { id: "k1", email: "ada@new.example", state: "seat" },
    ]);
    // Looked for at the old address, where the seat is not found.
    expect(usersOf([], [accepted], [kept], TODAY)).toEqual([]);
  });
});
