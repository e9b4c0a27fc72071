import { z } from "zod";
import type { Ask, Route } from "../../access/route.ts";
import { get, page } from "../../access/route.ts";
import { domainsOf, organisationBySlug, type SeatedOrganisation } from "../accounts/feature.ts";
import { say } from "./messages.ts";
import { keptCount } from "./store.ts";
import { ConnectPage } from "./view.tsx";

const Slug = z.string().max(120);
const Params = z.object({ cluster: Slug.optional(), slug: Slug });

const subject = ({ ctx, params }: { ctx: Ask<0, 0, 0, 0>["ctx"]; params: z.output<typeof Params> }) =>
  ctx.read((db) => organisationBySlug(db, ctx, params.slug));

const connectAt = (prefix: "" | "/clusters/:cluster"): Route =>
  get(`${prefix}/organisations/:slug/scim`, {
    rule: "seat.give",
    summary: `How to connect a directory that keeps the seats of ${prefix ? "a member" : "an"} organisation`,
    params: Params,
    example: { ...(prefix ? { cluster: "aviation" } : {}), slug: "airbus-operations" },
    subject,
    handle: async ({ ctx, params, subject, publicUrl }) => {
      const organisation = subject as SeatedOrganisation;
      const { domains, count } = await ctx.read(async (db) => ({
        domains: await domainsOf(db, organisation.id),
        count: await keptCount(db, organisation.id),
      }));
      const inside = params.cluster === undefined ? "" : `/clusters/${params.cluster}`;
      // An owner's directory needs no cluster, as long as the organisation can be seen outside of it.
      const through = ctx.actor.office || organisation.visibility !== "public" ? inside : "";
      return page(
        { title: say(ctx.locale)("title"), personal: true },
        <ConnectPage
          locale={ctx.locale}
          name={organisation.name}
          home={`${inside}/organisations/${params.slug}`}
          // By id: names in addresses change when organisations do.
          address={`${publicUrl}/scim/v2${through}/organisations/${organisation.id}`}
          domains={domains.map(({ domain }) => domain)}
          count={count}
        />,
      );
    },
  });

export const connectRoutes = [connectAt("/clusters/:cluster"), connectAt("")];
