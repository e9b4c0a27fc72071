import { z } from "zod";
import { Slug } from "../event/schema.ts";
import { WISHES } from "../words.ts";

/** All wishes of one registration at once; who is not on the list is not wished for. */
export const NewWishes = z.strictObject({
  wishes: z
    .array(
      z.strictObject({
        organisation: Slug,
        wish: z.enum(WISHES),
        /** One of its people; else whoever of them has time. */
        registration: z.uuid().nullable().default(null),
      }),
    )
    .max(500),
});
export type NewWish = z.output<typeof NewWishes>["wishes"][number];

export const WishesOut = z.object({
  items: z.array(
    z.object({
      organisation: z.object({ slug: z.string(), name: z.string() }),
      wish: z.enum(WISHES),
      registration: z.uuid().nullable(),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});

/** As the form sends it: `wish.<organisation>` and, where several come, `who.<organisation>`. */
export function typedWishes(typed: Readonly<Record<string, string | string[]>>): NewWish[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const organisation = /^wish\.([a-z0-9-]{1,120})$/.exec(name)?.[1];
    const wish = z.enum(WISHES).safeParse(value);
    if (!organisation || !wish.success) return [];
    const who = z.uuid().safeParse(typed[`who.${organisation}`]);
    return [{ organisation, wish: wish.data, registration: who.success ? who.data : null }];
  });
}
