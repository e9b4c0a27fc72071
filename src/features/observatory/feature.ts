import type { Feature } from "../../access/feature.ts";
import { cockpitPlate } from "./cockpit/plate.ts";
import { dataPlate } from "./data/plate.ts";
import { diversificationPlate } from "./diversification/plate.ts";
import { forecastPlate } from "./forecast/plate.ts";
import { healthPlate } from "./health/plate.ts";
import { reportPlate } from "./report/plate.ts";
import { specialisationPlate } from "./specialisation/plate.ts";
import { statisticsPlate } from "./statistics/plate.ts";

const PARTS: readonly Partial<Feature>[] = [
  dataPlate,
  specialisationPlate,
  diversificationPlate,
  healthPlate,
  forecastPlate,
  cockpitPlate,
  statisticsPlate,
  reportPlate,
];

const together = <K extends "messages" | "jobs" | "recurring" | "acts" | "topics">(key: K) =>
  Object.assign({}, ...PARTS.map((part) => part[key] ?? {})) as NonNullable<Feature[K]>;

/** The information and analytical centre: official statistics and the cluster's own records in one picture. */
export const observatory: Feature = {
  name: "observatory",
  routes: PARTS.flatMap((part) => part.routes ?? []),
  messages: together("messages"),
  jobs: together("jobs"),
  slow: PARTS.flatMap((part) => part.slow ?? []),
  recurring: together("recurring"),
  acts: together("acts"),
  topics: together("topics"),
  nav: (ctx) => PARTS.flatMap((part) => part.nav?.(ctx) ?? []),
};
