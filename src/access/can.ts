import { accountsPolicy } from "../features/accounts/policy.ts";
import { eventsPolicy } from "../features/events/policy.ts";
import { exchangePolicy } from "../features/exchange/policy.ts";
import { exportsPolicy } from "../features/exports/policy.ts";
import { housePolicy } from "../features/house/policy.ts";
import { importsPolicy } from "../features/imports/policy.ts";
import { networkPolicy } from "../features/network/policy.ts";
import { observatoryPolicy } from "../features/observatory/policy.ts";
import { potentialPolicy } from "../features/potential/policy.ts";
import { registryPolicy } from "../features/registry/policy.ts";
import { webhooksPolicy } from "../features/webhooks/policy.ts";
import type { Actor } from "../kernel/actor.ts";

const rules = {
  ...registryPolicy,
  ...networkPolicy,
  ...accountsPolicy,
  ...housePolicy,
  ...importsPolicy,
  ...exportsPolicy,
  ...webhooksPolicy,
  ...exchangePolicy,
  ...eventsPolicy,
  ...observatoryPolicy,
  ...potentialPolicy,
};

export type Subjects = { [A in keyof typeof rules]: Parameters<(typeof rules)[A]>[1] };
export type Action = keyof Subjects;

const policy: { [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean } = rules;

export const ACTIONS = Object.keys(rules) as Action[];

/** The one question every route, page, job and command asks before it acts. */
export const can = <A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean =>
  policy[action](actor, subject);
