import { maySee } from "../../access/visibility.ts";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";
import type { Version } from "./report/store.ts";
import type { Statistic } from "./statistics/store.ts";

const keepsData = (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
  !actor.readOnly &&
  actor.clusterId === clusterId &&
  (actor.office === "manager" || actor.office === "analyst");

interface Here {
  clusterId: ClusterId;
}
/** The self-check is the team's own: neither members nor authorities know of it. */
const readsCockpit = (actor: Actor, { clusterId }: Here) =>
  actor.clusterId === clusterId && actor.office !== null;
const entersCockpit = (actor: Actor, here: Here) =>
  readsCockpit(actor, here) && !actor.readOnly && actor.office !== "auditor";

/** What needs are to be expected is for those who see the needs themselves: the team and whoever belongs here. */
const readsNeedForecast = (actor: Actor, { clusterId }: Here) =>
  actor.clusterId === clusterId &&
  actor.levels.includes("cluster") &&
  (actor.office !== null || (actor.membership !== null && actor.membership !== "applicant"));

const keepsReports = (actor: Actor, here: Here) => readsCockpit(actor, here) && !actor.readOnly;

export const observatoryPolicy = {
  /** A dataset, and whatever was computed from it. */
  "dataset.see": (actor: Actor, dataset: Visible) => maySee(actor, dataset),
  /** A table given out: of nobody in particular. */
  "statistic.see": (actor: Actor, statistic: Visible & { statistic: Statistic }) => maySee(actor, statistic),
  "statistic.make": keepsData,
  /** Importing, describing, withdrawing: the analyst's and the manager's. */
  "dataset.keep": keepsData,
  "cockpit.see": readsCockpit,
  /** Entering what no record tells, computing anew, making a document of it. */
  "cockpit.enter": entersCockpit,
  /** Which indicators and thresholds are asked for. */
  "cockpit.keep": (actor: Actor, here: Here) => entersCockpit(actor, here) && actor.office === "manager",
  "forecast.needs": readsNeedForecast,
  "report.see": (actor: Actor, report: Visible & { version: Version }) =>
    readsCockpit(actor, report) || maySee(actor, report),
  /** Reports as they are written, and versions that are not out. */
  "report.follow": readsCockpit,
  "report.write": (actor: Actor, here: Here) => keepsReports(actor, here) && actor.office !== "auditor",
  "report.freeze": keepsData,
  /** Giving a version out, and taking it back. */
  "report.publish": (actor: Actor, here: Here) => keepsReports(actor, here) && actor.office === "manager",
};
