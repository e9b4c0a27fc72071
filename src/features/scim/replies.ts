import SCIMMY from "scimmy";
import type { Reply } from "../../access/route.ts";

const TYPE = "application/scim+json";

export const said = (body: unknown, status = 200, headers?: Record<string, string>): Reply => ({
  kind: "said",
  status,
  type: TYPE,
  body: JSON.stringify(body),
  ...(headers ? { headers } : {}),
});

export type ScimType =
  | "uniqueness"
  | "invalidFilter"
  | "invalidValue"
  | "invalidPath"
  | "invalidSyntax"
  | "mutability"
  | "noTarget";

export const refusal = (status: number, scimType: ScimType | undefined, detail: string): Reply =>
  said(new SCIMMY.Messages.ErrorResponse({ status, scimType, detail } as never), status);

/** What the library found wrong with a request, told in its own words; anything else is a failure of ours. */
export function refusalOf(error: unknown): Reply {
  if (error instanceof SCIMMY.Types.Error)
    return refusal(Number(error.status), error.scimType as ScimType, error.message);
  throw error;
}
