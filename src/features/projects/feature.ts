import type { Feature } from "../../access/feature.ts";
import { projectApi } from "./api.ts";
import { projectMessages } from "./messages.ts";
import { projectPages } from "./pages.tsx";

export { listProjects } from "./actions.ts";
export { projectAddressQuery } from "./address.ts";
export { ProjectFilter } from "./schema.ts";
export { OrganisationsMap } from "./views/places.tsx";

/** Joint work that left a public record: found, looked at, and the evidence behind competences and links. */
export const projects: Feature = {
  name: "projects",
  routes: [...projectPages, ...projectApi],
  messages: projectMessages,
};
