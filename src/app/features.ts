import type { Feature } from "../access/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { houseFeature } from "../features/house/feature.ts";
import { network } from "../features/network/feature.ts";
import { styleguide } from "../features/styleguide/feature.ts";

/** Everything the house can do. A capability that is not on this list does not exist. */
export const FEATURES: readonly Feature[] = [network, accounts, houseFeature, styleguide];
