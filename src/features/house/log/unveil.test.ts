import { expect, it } from "vitest";
import { type Actor, STRANGER } from "../../../kernel/actor.ts";
import type { LogEntry } from "./store.ts";
import { unveiled } from "./unveil.ts";

const auditor: Actor = {
  ...STRANGER,
  personId: "p",
  clusterId: "alpha",
  office: "auditor",
  levels: ["public", "peers", "cluster"],
  ownOrganisations: ["rival"],
};
const entry = (before: object | null, after: object | null): LogEntry => ({
  at: new Date(0),
  personId: "q",
  actingAs: null,
  action: "link.declare",
  subjectKind: "link",
  subjectId: "l",
  hash: "",
  body: { door: "page", address: null, before: before as null, after: after as null },
});
const link = {
  clusterId: "alpha",
  fromOrganisationId: "a",
  toOrganisationId: "b",
  visibility: "cluster",
  wall: [],
};

it.each([
  ["a record of the cluster", null, link, true],
  ["a record that has no visibility of its own", { role: "owner" }, { role: "reader" }, true],
  ["a record between two members alone", null, { ...link, visibility: "organisation" }, false],
  ["a record that was closed before", { ...link, visibility: "organisation" }, link, false],
  ["a record that was opened and then closed", link, { ...link, visibility: "organisation" }, false],
  [
    "a record behind a wall of one of the reader's own organisations",
    null,
    { ...link, wall: ["rival"] },
    false,
  ],
  ["a record with a level nobody knows", null, { ...link, visibility: "everyone" }, false],
] as const)("of %s the log tells what the reader may know", (_, before, after, told) => {
  const { body } = unveiled(entry(before, after), auditor);
  expect(body.after !== null || body.before !== null).toBe(told);
  expect(body.door).toBe("page");
});
