import type { Intent, Kind, OpenStep } from "../src/features/exchange/feature.ts";
import { PICS } from "./people.ts";

interface Invented {
  cluster: string;
  at: string;
  kind: Kind;
  intent: Intent;
  title: string;
  text: string;
  competences: readonly string[];
  wall?: readonly string[];
}

export interface InventedNeed extends Invented {
  step: OpenStep;
  teaser?: string;
  details?: string;
  secrecy?: string;
  mediated: boolean;
  across?: boolean;
  /** Days from the day of filling. */
  deadline?: number;
}

const ELBWERK = "elbwerk-schiffstechnik-invented";

/** What invented firms look for: open, under a teaser, and for matching alone. */
export const INVENTED_NEEDS: readonly InventedNeed[] = [
  {
    cluster: "maritime",
    at: ELBWERK,
    kind: "supplier",
    intent: "purchase",
    title: "Second source for fuel valves of methanol engines",
    text: "Our present supplier delivers late. We look for a second source of dual-fuel valves for methanol engines from 2 MW, forty sets a year, with class approval.",
    teaser:
      "An invented firm of the cluster looks for a second supplier of valves for methanol engines, forty sets a year.",
    details: "Price today 11,400 euros a set; the contract ends in June.",
    secrecy:
      "What is told here is used for this talk alone, told to nobody else, and deleted when the talk ends without a result.",
    competences: ["Methanol engines", "Valves"],
    wall: [PICS.napa],
    step: "teaser",
    mediated: true,
    deadline: 60,
  },
  {
    cluster: "maritime",
    at: ELBWERK,
    kind: "partner",
    intent: "investment",
    title: "Partner who takes a share in our refit yard",
    text: "We would give up to 40 % of our refit yard to a partner with experience in battery ferries.",
    competences: ["Battery ferries", "Ship refit"],
    step: "match",
    mediated: false,
  },
  {
    cluster: "maritime",
    at: ELBWERK,
    kind: "data",
    intent: "exchange",
    title: "Measured fuel consumption of ferries in coastal service",
    text: "To calibrate our model of hull resistance we look for time series of consumption, speed and wind, at least one winter.",
    competences: ["Energy efficiency of ships", "Measured data"],
    step: "full",
    mediated: true,
    across: true,
    deadline: 90,
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    kind: "test-facility",
    intent: "rent",
    title: "Test bench for hydraulic cylinders in salt water",
    text: "Endurance runs of ten steering cylinders, 400 hours, salt spray.",
    competences: ["Hydraulics", "Corrosion tests"],
    step: "full",
    mediated: true,
    deadline: 25,
  },
  {
    cluster: "aviation",
    at: "kabinenwerft-nord-invented",
    kind: "technology",
    intent: "licence",
    title: "Light panels for aircraft cabins from recycled fibre",
    text: "Honeycomb or sandwich panels below 3 kg per square metre that pass the fire test.",
    competences: ["Lightweight construction", "Fire protection"],
    step: "full",
    mediated: true,
    deadline: 45,
  },
];

export interface InventedOffer extends Invented {
  across?: boolean;
}

export const INVENTED_OFFERS: readonly InventedOffer[] = [
  {
    cluster: "maritime",
    at: "priel-messtechnik-invented",
    kind: "test-facility",
    intent: "rent",
    title: "Salt-water test stand in Büsum, 250 bar",
    text: "Endurance tests of hydraulic and electric drives in salt water and spray, with measuring chain; free from next month.",
    competences: ["Hydraulics", "Corrosion tests", "Measurement"],
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    kind: "supplier",
    intent: "purchase",
    title: "Dual-fuel valves and hydraulic actuators for engine rooms",
    text: "Small series from twenty sets, methanol and ammonia ready, class approval with DNV under way.",
    competences: ["Valves", "Methanol engines", "Hydraulics"],
  },
  {
    cluster: "maritime",
    at: "lotsenkai-software-invented",
    kind: "data",
    intent: "exchange",
    title: "Two winters of consumption data of a coastal ferry",
    text: "Fuel, speed over ground and wind, one value a second, cleaned.",
    competences: ["Measured data", "Energy efficiency of ships"],
    across: true,
  },
  {
    cluster: "maritime",
    at: "foerde-sensorik-invented",
    kind: "technology",
    intent: "licence",
    title: "Sensors for methanol leaks in engine rooms",
    text: "Optical sensors that find methanol vapour below 50 ppm within a second.",
    competences: ["Sensors", "Methanol engines"],
  },
  {
    cluster: "aviation",
    at: "flugfeld-analytik-invented",
    kind: "test-facility",
    intent: "rent",
    title: "Fire and smoke tests of cabin panels",
    text: "Heat release, smoke density and drip tests of samples up to one square metre, report within ten days.",
    competences: ["Fire protection", "Lightweight construction"],
  },
];
