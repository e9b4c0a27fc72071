import { z } from "zod";
import { CODE_LISTS } from "../lists.ts";
import { type Mapping, ROLES } from "../mapping/roles.ts";
import type { Shape } from "../reading/table.ts";
import type { About } from "./store.ts";

type Body = Readonly<Record<string, string | string[] | undefined>>;

const text = (body: Body, name: string, most: number) =>
  String([body[name] ?? ""].flat()[0] ?? "")
    .trim()
    .slice(0, most);

/** Signs are typed with spaces between them. */
const signs = (body: Body, name: string) =>
  [...new Set(text(body, name, 200).split(/\s+/).filter(Boolean))].slice(0, 40);

const list = (body: Body, name: string, side?: "region" | "activity") =>
  CODE_LISTS.find((one) => (!side || one.side === side) && one.key === text(body, name, 40))?.key ?? null;

export const typedMapping = (body: Body, { head }: Pick<Shape, "head">): Mapping => ({
  head,
  columns: head.map((_, at) =>
    z
      .enum(ROLES)
      .catch("skip")
      .parse(text(body, `column.${at}`, 20)),
  ),
  decimal: text(body, "decimal", 1) === "," ? "," : ".",
  secret: signs(body, "secret"),
  missing: signs(body, "missing"),
  estimated: signs(body, "estimated"),
  blank: text(body, "blank", 10) === "secret" ? "secret" : "missing",
  negative: text(body, "negative", 5) !== "",
  lenient: text(body, "lenient", 5) !== "",
  regionList: list(body, "regionList", "region"),
  activityList: list(body, "activityList", "activity"),
  regionBy: text(body, "regionBy", 80) || null,
  activityBy: text(body, "activityBy", 80) || null,
  fromList: list(body, "fromList"),
  toList: list(body, "toList"),
});

const LEVELS = ["public", "peers", "cluster"] as const;

export function typedAbout(body: Body, before: About): About {
  const [en, de] = [text(body, "titleEn", 200), text(body, "titleDe", 200)];
  const url = text(body, "sourceUrl", 500);
  return {
    ...(before.address ? { address: before.address } : {}),
    title: { en: en || de, de: de || en },
    text: {
      en: text(body, "textEn", 2000) || text(body, "textDe", 2000),
      de: text(body, "textDe", 2000) || text(body, "textEn", 2000),
    },
    source: text(body, "source", 400),
    ...(/^https?:\/\//.test(url) ? { sourceUrl: url } : {}),
    licence: text(body, "licence", 200),
    credit: text(body, "credit", 400),
    visibility: z
      .enum(LEVELS)
      .catch("cluster")
      .parse(text(body, "visibility", 10)),
    measure: { label: text(body, "measureLabel", 100), unit: text(body, "measureUnit", 60) },
  };
}
