import { z } from "zod";
import { WAYS } from "../words.ts";
import { MOST_SLOTS, type Time } from "./rules.ts";
import { instantOf, isZone } from "./zone.ts";

const Zone = z.string().max(60).refine(isZone, { error: "choose" });
const Place = z.string().trim().max(300);
const Note = z.string().trim().max(1000);

/** As programs send it: instants with their offset. */
export const TalkBody = z.strictObject({
  slots: z
    .array(
      z.strictObject({
        startsAt: z.iso.datetime({ offset: true }),
        endsAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(MOST_SLOTS),
  zone: Zone.default("Europe/Berlin"),
  how: z.enum(WAYS).default("video"),
  place: Place.default(""),
  note: Note.default(""),
});

export const timesOf = (slots: z.output<typeof TalkBody>["slots"]): Time[] =>
  slots.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));

const text = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? "", schema);

/** As the form sends it: what the clocks of a zone show, and how long. */
export const TalkForm = z
  .object({
    ...Object.fromEntries(
      Array.from({ length: MOST_SLOTS }, (_, i) => [`start${i + 1}`, z.string().max(40).optional()]),
    ),
    minutes: z.coerce.number().int().min(15).max(480),
    zone: Zone,
    how: z.enum(WAYS),
    place: text(Place),
    note: text(Note),
  })
  .transform((typed, check) => {
    const starts = typed as unknown as Record<string, string | undefined>;
    const times: Time[] = [];
    for (let n = 1; n <= MOST_SLOTS; n++) {
      const local = starts[`start${n}`];
      if (!local) continue;
      const startsAt = instantOf(local, typed.zone);
      if (!startsAt) {
        check.addIssue({ code: "custom", path: [`start${n}`], message: "not-a-time" });
        return z.NEVER;
      }
      times.push({ startsAt, endsAt: new Date(startsAt.getTime() + typed.minutes * 60_000) });
    }
    return { times, zone: typed.zone, how: typed.how, place: typed.place, note: typed.note };
  });

export const SlotBody = z.strictObject({ slot: z.uuid() });
export const SlotForm = z.object(SlotBody.shape);
export const ZoneBody = z.strictObject({ zone: Zone });
export const ZoneForm = z.object(ZoneBody.shape);
