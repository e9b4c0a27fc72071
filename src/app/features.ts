import type { Feature } from "../access/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { events } from "../features/events/feature.ts";
import { exchange } from "../features/exchange/feature.ts";
import { exports } from "../features/exports/feature.ts";
import { houseFeature } from "../features/house/feature.ts";
import { imports } from "../features/imports/feature.ts";
import { network } from "../features/network/feature.ts";
import { noticesFeature } from "../features/notices/feature.ts";
import { observatory } from "../features/observatory/feature.ts";
import { potential } from "../features/potential/feature.ts";
import { projects } from "../features/projects/feature.ts";
import { registry } from "../features/registry/feature.ts";
import { scim } from "../features/scim/feature.ts";
import { styleguide } from "../features/styleguide/feature.ts";
import { webhooks } from "../features/webhooks/feature.ts";
import { website } from "../features/website/feature.ts";

/** Everything the house can do. A capability that is not on this list does not exist. */
export const FEATURES: readonly Feature[] = [
  website,
  registry,
  projects,
  exchange,
  events,
  network,
  observatory,
  potential,
  accounts,
  noticesFeature(() => FEATURES),
  imports,
  exports,
  houseFeature,
  webhooks,
  scim,
  styleguide,
];
