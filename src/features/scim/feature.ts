import type { Feature } from "../../access/feature.ts";
import { messages } from "./messages.ts";
import { connectRoutes } from "./page.tsx";
import { scimRoutes } from "./routes.ts";

/** An organisation's own directory gives, changes and ends its seats: SCIM 2.0 (RFC 7643, RFC 7644). */
export const scim: Feature = { name: "scim", routes: [...scimRoutes, ...connectRoutes], messages };
