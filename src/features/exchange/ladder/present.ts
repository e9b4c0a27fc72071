import type { z } from "zod";
import { displayName } from "../../../ui/index.ts";
import { digestOf } from "./digest.ts";
import type { Reading } from "./reading.ts";
import type { ReadingOut, ReleaseOut } from "./schema.ts";
import type { Release } from "./store.ts";

export interface About {
  about: string | null;
  side: "owner" | "reader";
}

/** A release as programs get it. */
export const presentRelease = (release: Release, { about, side }: About): z.input<typeof ReleaseOut> => ({
  id: release.id,
  need: release.needId,
  about,
  side,
  organisation:
    release.organisationSlug && release.organisationName
      ? { slug: release.organisationSlug, name: displayName(release.organisationName) }
      : null,
  step: release.step,
  state: release.state,
  message: release.message,
  askedAt: iso(release.askedAt),
  expiresAt: iso(release.expiresAt),
  answeredAt: iso(release.answeredAt),
  reason: release.reason,
  agreed:
    release.agreedAt && release.agreedText !== null
      ? { text: release.agreedText, name: release.agreedName ?? "", at: release.agreedAt.toISOString() }
      : null,
  revokedAt: iso(release.revokedAt),
});

export const presentReading = (reading: Reading, about: string): z.input<typeof ReadingOut> => ({
  reads: reading.reads,
  next: {
    step: reading.next?.ok ? reading.next.value : null,
    problem: reading.next === null ? "not-yours" : reading.next.ok ? null : reading.next.problem,
  },
  terms:
    reading.terms === ""
      ? null
      : { text: reading.terms, digest: digestOf(reading.terms), offered: reading.offered !== null },
  releases: reading.releases.map((release) => presentRelease(release, { about, side: "reader" })),
});

const iso = (date: Date | null) => date?.toISOString() ?? null;
