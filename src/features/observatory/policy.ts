import { maySee } from "../../access/visibility.ts";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";

const keepsData = (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
  !actor.readOnly &&
  actor.clusterId === clusterId &&
  (actor.office === "manager" || actor.office === "analyst");

export const observatoryPolicy = {
  /** A dataset, and whatever was computed from it. */
  "dataset.see": (actor: Actor, dataset: Visible) => maySee(actor, dataset),
  /** Importing, describing, withdrawing: the analyst's and the manager's. */
  "dataset.keep": keepsData,
};
