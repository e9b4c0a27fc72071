import { describe, expect, it } from "vitest";
import { accept, answerBy, propose, type Time } from "./rules.ts";
import { instantOf, isZone, localOf, momentIn, offsetMinutes } from "./zone.ts";

const now = new Date("2026-11-22T08:00:00Z");
const time = (start: string, minutes = 45): Time => ({
  startsAt: new Date(start),
  endsAt: new Date(Date.parse(start) + minutes * 60_000),
});
const tuesday = time("2026-11-24T09:00:00Z");
const free = { now, kept: [], personId: "me", open: false };

describe("proposing times", () => {
  it.each([
    ["no-times", [], {}],
    ["too-many-times", Array.from({ length: 6 }, (_, i) => time(`2026-11-2${3 + i}T09:00:00Z`)), {}],
    ["too-soon", [time("2026-11-22T09:59:00Z")], {}],
    ["too-far", [time("2027-06-01T09:00:00Z")], {}],
    ["wrong-length", [time("2026-11-24T09:00:00Z", 10)], {}],
    ["times-overlap", [tuesday, time("2026-11-24T09:44:00Z")], {}],
    ["kept-already", [tuesday], { kept: [{ ...time("2026-11-24T09:30:00Z"), personId: "me" }] }],
    ["kept-already", [tuesday], { kept: [{ ...time("2026-11-24T09:30:00Z"), personId: null }] }],
    ["proposed-already", [tuesday], { open: true }],
  ] as const)("is refused as %s", (problem, times, more) => {
    expect(propose(times, { ...free, ...more })).toEqual({ ok: false, problem });
  });

  it("does not mind what a colleague keeps, nor what ends as it begins", () => {
    const kept = [
      { ...tuesday, personId: "colleague" },
      { ...time("2026-11-24T08:15:00Z"), personId: "me" },
    ];
    expect(propose([tuesday], { ...free, kept }).ok).toBe(true);
  });

  it("waits a week for the answer, and no longer than the last of the times", () => {
    expect(answerBy([tuesday], now)).toEqual(tuesday.startsAt);
    expect(answerBy([time("2026-12-24T09:00:00Z")], now)).toEqual(new Date("2026-11-29T08:00:00Z"));
  });
});

describe("accepting a time", () => {
  const talk = { state: "proposed", expiresAt: new Date("2026-11-29T08:00:00Z") };
  const held = { ...tuesday, state: "held" };
  const at = { now, kept: [], personId: "me" };

  it("takes one that is held", () => {
    expect(accept(talk, held, at).ok).toBe(true);
  });

  it.each([
    ["not-proposed", { ...talk, state: "withdrawn" }, held, {}],
    ["not-proposed", talk, { ...held, state: "freed" }, {}],
    ["not-proposed", talk, undefined, {}],
    ["over", { ...talk, expiresAt: now }, held, {}],
    ["over", talk, { ...time("2026-11-22T07:00:00Z"), state: "held" }, {}],
    ["kept-already", talk, held, { kept: [{ ...time("2026-11-24T09:30:00Z"), personId: "me" }] }],
  ] as const)("is refused as %s", (problem, asked, slot, more) => {
    expect(accept(asked, slot, { ...at, ...more })).toEqual({ ok: false, problem });
  });
});

describe("a zone's clock", () => {
  it.each([
    ["2026-11-24T10:00", "Europe/Berlin", "2026-11-24T09:00:00.000Z"],
    ["2026-07-24T10:00", "Europe/Berlin", "2026-07-24T08:00:00.000Z"],
    ["2026-11-24T10:00", "Asia/Kolkata", "2026-11-24T04:30:00.000Z"],
    ["2026-11-24T10:00", "America/New_York", "2026-11-24T15:00:00.000Z"],
    ["2026-11-24T10:00", "UTC", "2026-11-24T10:00:00.000Z"],
  ])("shows %s in %s at %s, and back", (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
    expect(localOf(new Date(instant), zone)).toBe(local);
  });

  it("means the first of an hour that comes twice, and moves on what the clocks jump over", () => {
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(localOf(instantOf("2026-03-29T02:30", "Europe/Berlin")!, "Europe/Berlin")).toBe(
      "2026-03-29T03:30",
    );
  });

  it("is said with the zone's name", () => {
    expect(momentIn(new Date("2026-11-24T09:00:00Z"), "Europe/Berlin", "en")).toMatch(
      /24 Nov 2026.*10:00.*CET/,
    );
    expect(offsetMinutes(new Date("2026-11-24T09:00:00Z"), "America/St_Johns")).toBe(-210);
  });

  it.each([
    ["Europe/Berlin", true],
    ["Asia/Kolkata", true],
    ["UTC", true],
    ["+05:30", false],
    ["Europe/Nowhere", false],
    ["", false],
  ])("%j is a zone: %j", (name, is) => {
    expect(isZone(name)).toBe(is);
  });

  it("takes nothing that is no time", () => {
    expect(instantOf("tomorrow", "Europe/Berlin")).toBeNull();
    expect(instantOf("2026-13-45T99:00", "Europe/Berlin")).toBeNull();
  });
});
