import { get, page } from "../../access/route.ts";
import { StyleguidePage } from "./views.tsx";

export const styleguideRoute = get("/styleguide", {
  rule: "everyone",
  summary: "Every part of the face, with examples",
  handle: ({ ctx }) => page({ title: "Styleguide" }, <StyleguidePage locale={ctx.locale} nonce="" />),
});
