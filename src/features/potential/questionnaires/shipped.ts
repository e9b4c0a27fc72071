import { digitalCluster } from "./digital-cluster.ts";
import { digitalMaturity } from "./digital-maturity.ts";
import { digitalMember } from "./digital-member.ts";
import { innovationCluster } from "./innovation-cluster.ts";
import { innovationMember } from "./innovation-member.ts";
import type { Questionnaire } from "./schema.ts";

/** What ships with the house. A new version is a new file beside the old one: rounds keep what they asked. */
export const SHIPPED: readonly Questionnaire[] = [
  innovationMember,
  digitalMember,
  digitalMaturity,
  innovationCluster,
  digitalCluster,
];

export const isShipped = (key: string) => SHIPPED.some((one) => one.key === key);
