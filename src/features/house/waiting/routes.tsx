import { z } from "zod";
import { get, page } from "../../../access/route.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../cluster-subject.ts";
import { say } from "../messages.ts";
import { waitingOf } from "./actions.ts";
import { WAITING } from "./store.ts";
import { fieldWord, nameOf, otherOf, WaitingPage } from "./view.tsx";

export const waitingRoutes = [
  get("/clusters/:cluster/waiting/:what", {
    rule: "waiting.see",
    summary: "Everything of one kind that waits for the cluster's team",
    params: z.object({ cluster: z.string(), what: z.enum(WAITING) }),
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
    example: { cluster: "aviation", what: "owners" },
    subject: clusterSubject,
    handle: async ({ ctx, params: { what }, query, publicUrl }) => {
      const t = say(ctx.locale);
      const items = await waitingOf(ctx, what);
      const home = `/clusters/${ctx.cluster!.slug}`;
      if (!query.format)
        return page(
          { title: t(`waiting.${what}`), personal: true },
          <WaitingPage {...{ locale: ctx.locale, what, items, home }} now={ctx.now()} />,
        );
      await ctx.write(async ({ audit }) =>
        audit({ action: "waiting.export", subjectKind: "waiting", after: { what, rows: items.length } }),
      );
      return listFile(
        query.format,
        `${ctx.cluster!.slug}-${what}`,
        [
          { label: t("waiting.who"), value: (item) => nameOf(what, item) },
          { label: t("waiting.other"), value: (item) => otherOf(what, item) },
          { label: t("waiting.field"), value: (item) => item.field && fieldWord(item.field, ctx.locale) },
          { label: t("waiting.since"), value: (item) => new Date(item.since) },
          { label: "URL", value: (item) => `${publicUrl}${home}${item.href}` },
        ],
        items,
      );
    },
  }),
];
