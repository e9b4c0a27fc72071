import type { Context } from "../../../../access/context.ts";
import type { OrganisationFound } from "../actions.ts";

export function PartnersMap(_: { ctx: Context; found: OrganisationFound }) {
  return null;
}
