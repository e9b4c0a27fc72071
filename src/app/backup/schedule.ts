import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { House } from "../house.ts";
import { type BackupMade, sweepDrafts, writeBackup } from "./write.ts";

export interface BackupPlan {
  folder: string;
  /** Time of day in UTC, as in `03:15`. */
  at: string;
  keep: number;
  passphrase: string | null;
  databaseUrl: string;
  files: string;
  secret: string | null;
}

const NAME = /^kontor-\d{8}T\d{6}Z\.backup$/;

/** As cron writes it. */
export const dailyAt = (at: string): string => {
  const [hour, minute] = at.split(":").map(Number);
  return `${minute} ${hour} * * *`;
};

/** The names that go: all but the newest `keep`, and nothing that this plan did not make. */
export const tooOld = (names: readonly string[], keep: number): string[] =>
  names
    .filter((name) => NAME.test(name))
    .sort()
    .slice(0, -keep);

/** One backup of the plan: made, told to the operator's page; then the oldest go. A failure is told by letter. */
export async function runBackup(house: House, plan: BackupPlan): Promise<void> {
  const at = house.now();
  const path = join(plan.folder, `kontor-${at.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.backup`);
  try {
    await mkdir(plan.folder, { recursive: true, mode: 0o700 });
    await sweepDrafts(plan.folder, at);
    const made = await writeBackup({
      ...plan,
      to: path,
      kontor: house.settings.version,
      address: house.settings.publicUrl,
      now: at,
    });
    for (const name of tooOld(await readdir(plan.folder), plan.keep)) await rm(join(plan.folder, name));
    await remember(house, { at, made, problem: null });
  } catch (error) {
    await remember(house, { at, made: null, problem: (error as Error).message });
    throw error;
  }
}

interface Outcome {
  at: Date;
  made: BackupMade | null;
  problem: string | null;
}

const remember = (house: House, { at, made, problem }: Outcome) =>
  house.gateway.system("a scheduled backup", async ({ db, mail }) => {
    const before = await db
      .selectFrom("installation")
      .select("value")
      .where("key", "=", "backup")
      .executeTakeFirst();
    const value = JSON.stringify({ at: at.toISOString(), problem, ...(made ?? {}) });
    await db
      .insertInto("installation")
      .values({ key: "backup", value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
    // Once when it begins to fail; the page says it as long as it lasts.
    const failing = (before?.value as { problem?: string | null } | undefined)?.problem;
    if (!problem || failing) return;
    const operators = await db
      .selectFrom("person")
      .select(["email", "locale"])
      .where("operator", "=", true)
      .where("suspendedAt", "is", null)
      .execute();
    for (const { email, locale } of operators)
      await mail(
        locale === "de"
          ? {
              to: email,
              subject: "Kontor: die Sicherung ist fehlgeschlagen",
              body: `Die tägliche Sicherung ist fehlgeschlagen:\n\n${problem}\n\nMehr dazu:\n${house.settings.publicUrl}/installation\n`,
            }
          : {
              to: email,
              subject: "Kontor: the backup has failed",
              body: `The daily backup has failed:\n\n${problem}\n\nMore about it:\n${house.settings.publicUrl}/installation\n`,
            },
      );
  });
