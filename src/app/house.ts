import type { Logger } from "pino";
import type { Feature } from "../access/feature.ts";
import type { Identity } from "../access/identity.ts";
import type { Desk, Engine } from "../access/route.ts";
import type { PersonId } from "../kernel/actor.ts";
import type { Gateway } from "../kernel/gateway.ts";
import type { Auth } from "./accounts/auth.ts";
import type { ProviderSettings } from "./accounts/provider.ts";
import type { Clusters } from "./clusters.ts";

/** What the composition root has put together, handed to every door. */
export interface House {
  gateway: Gateway;
  rolesOf: (person: PersonId, today: string) => Promise<Identity | null>;
  auth: Auth;
  clusters: Clusters;
  features: readonly Feature[];
  log: Logger;
  settings: HouseSettings;
  now: () => Date;
  engine: Engine;
  /** Whether the database answers and the schema is the newest. */
  ready: () => Promise<boolean>;
}

export interface HouseSettings {
  publicUrl: string;
  secret: string;
  /** Requests per minute and address; 0 sets no limit. */
  rateLimit: number;
  trustProxy: readonly string[];
  mail: { kind: "smtp"; url: string; from: string } | { kind: "outbox"; from: string };
  demoLogins: Desk["demoLogins"];
  /** Another house that vouches for people. */
  oidc?: ProviderSettings | undefined;
  version: string;
  /** Ranges inside the house that webhooks may nevertheless go to. */
  outside?: readonly string[];
}
