import SCIMMY from "scimmy";
import { DEFINITIONS, SEAT } from "./definitions.ts";

export const MOST_RESULTS = 200;

const schema = (name: string) => `urn:ietf:params:scim:schemas:core:2.0:${name}`;
const at = (base: string, resourceType: string, path: string) => ({
  meta: { resourceType, location: `${base}/${path}` },
});

/** What of the standard is there and what is not. */
export const serviceProviderConfig = (base: string, publicUrl: string) => ({
  schemas: [schema("ServiceProviderConfig")],
  documentationUri: `${publicUrl}/api`,
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "API token",
      description: "A token that may write, made by an owner of the organisation while acting as such.",
      primary: true,
    },
  ],
  ...at(base, "ServiceProviderConfig", "ServiceProviderConfig"),
});

export const resourceTypes = (base: string) => [
  {
    schemas: [schema("ResourceType")],
    id: "User",
    name: "User",
    endpoint: "/Users",
    description: DEFINITIONS.user.description,
    schema: DEFINITIONS.user.id,
    schemaExtensions: [{ schema: SEAT, required: false }],
    ...at(base, "ResourceType", "ResourceTypes/User"),
  },
  {
    schemas: [schema("ResourceType")],
    id: "Group",
    name: "Group",
    endpoint: "/Groups",
    description: DEFINITIONS.group.description,
    schema: DEFINITIONS.group.id,
    schemaExtensions: [],
    ...at(base, "ResourceType", "ResourceTypes/Group"),
  },
];

export const schemas = (base: string) =>
  [DEFINITIONS.user, DEFINITIONS.group, DEFINITIONS.seat].map((definition) => ({
    ...definition.describe(`${base}/Schemas`),
    schemas: [schema("Schema")],
  }));

/** A stretch of a list as the standard counts: from one. */
export function listOf<R>(found: readonly R[], startIndex = 1, count = 100) {
  const from = Math.max(1, startIndex);
  const most = Math.min(MOST_RESULTS, Math.max(0, count));
  const stretch = found.slice(from - 1, from - 1 + most);
  return { total: found.length, startIndex: from, stretch };
}

export const listResponse = (
  { total, startIndex, stretch }: { total: number; startIndex: number; stretch: readonly unknown[] },
  told: readonly unknown[] = stretch,
) => ({
  schemas: [SCIMMY.Messages.ListResponse.id],
  totalResults: total,
  startIndex,
  itemsPerPage: told.length,
  Resources: told,
});
