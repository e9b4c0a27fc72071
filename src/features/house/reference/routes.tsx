import { z } from "zod";
import { api, get, json, page } from "../../../access/route.ts";
import { say } from "../messages.ts";
import { openApi } from "./openapi.ts";
import { operationsOf } from "./operations.ts";
import { ReferencePage } from "./view.tsx";

export const referenceRoutes = [
  get("/api", {
    rule: "everyone",
    summary: "The API, to be read by people",
    handle: ({ ctx, desk, publicUrl }) =>
      page(
        { title: say(ctx.locale)("api.title") },
        <ReferencePage locale={ctx.locale} operations={operationsOf(desk.routes())} publicUrl={publicUrl} />,
      ),
  }),
  api.get("/api/v1/openapi.json", {
    rule: "everyone",
    summary: "This description, for programs",
    query: z.strictObject({}),
    answer: z.record(z.string(), z.unknown()),
    handle: ({ desk, publicUrl }) =>
      json(openApi({ version: desk.version, publicUrl, routes: desk.routes() })),
  }),
];
