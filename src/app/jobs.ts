import { Logger, parseCronItems, run, runOnce, type TaskList } from "graphile-worker";
import { createTransport } from "nodemailer";
import type pg from "pg";
import type { JobHouse } from "../access/feature.ts";
import { type BackupPlan, dailyAt, runBackup } from "./backup/schedule.ts";
import type { House } from "./house.ts";
import { actAs } from "./http/visit.ts";
import { makeOutside } from "./outside/outside.ts";

/**
 * Things that happen by themselves. Each ran once its transaction had committed, and runs again until it succeeds. What is reckoned for
 * seconds goes through a door of its own, one after the other: an import or a letter that somebody waits for never stands behind it.
 */
export async function startJobs(
  house: House,
  pool: pg.Pool,
  backups: BackupPlan | null = null,
): Promise<{ stop(): Promise<void> }> {
  const { quick, slow } = tasksOf(house);
  const clock = house.features.flatMap((feature) => Object.entries(feature.recurring ?? {}));
  if (backups) {
    quick["backup.run"] = () => runBackup(house, backups);
    clock.push(["backup.run", dailyAt(backups.at)]);
  }
  // What the clock missed while the house was shut comes round again by itself.
  const parsedCronItems = parseCronItems(
    clock.map(([task, match]) => ({ task, match, options: { backfillPeriod: 0, jobKey: task } })),
  );
  const ways = { ...waysOf(house, pool), pollInterval: 2_000 };
  const runners = [await run({ ...ways, taskList: quick, concurrency: 2, parsedCronItems })];
  if (Object.keys(slow).length > 0)
    runners.push(await run({ ...ways, taskList: slow, concurrency: 1, parsedCronItems: [] }));
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

/** Everything there is to reckon, here and now. */
export const reckon = (house: House, pool: pg.Pool): Promise<void> =>
  runOnce({ ...waysOf(house, pool), taskList: tasksOf(house).slow, concurrency: 1 });

const waysOf = (house: House, pgPool: pg.Pool) => ({
  pgPool,
  noHandleSignals: true,
  noPreparedStatements: false,
  logger: quiet(house),
});

function tasksOf(house: House): { quick: TaskList; slow: TaskList } {
  const helper = jobHouse(house);
  const quick: TaskList = {
    "mail.send": (payload) => sendMail(house, payload as { mailId: string }),
  };
  const slow: TaskList = {};
  for (const feature of house.features)
    for (const [name, job] of Object.entries(feature.jobs ?? {}))
      (feature.slow?.includes(name) ? slow : quick)[name] = (payload) =>
        job((payload ?? {}) as Record<string, unknown>, helper);
  return { quick, slow };
}

/** What jobs do is written down as theirs; a command that does a job's work says so. */
export const jobHouse = (house: House, door: "job" | "command" = "job"): JobHouse => ({
  now: house.now,
  system: (reason, work) => house.gateway.system(reason, work, door),
  as: actAs(house, { door, address: null }),
  outside: makeOutside({ allowed: house.settings.outside ?? [] }),
  accounts: { open: house.auth.open, close: house.auth.remove },
  get publicUrl() {
    return house.settings.publicUrl;
  },
});

/** Without a mail server the letter stays in the outbox, where the operator reads it. */
async function sendMail(house: House, { mailId }: { mailId: string }): Promise<void> {
  const { mail } = house.settings;
  if (mail.kind === "outbox") return;
  const letter = await house.gateway.system("sending mail", ({ db }) =>
    db
      .selectFrom("mail")
      .selectAll()
      .where("id", "=", mailId)
      .where("sentAt", "is", null)
      .where("body", "<>", "")
      .executeTakeFirst(),
  );
  if (!letter) return;
  const transport = createTransport(mail.url);
  try {
    await transport.sendMail({
      from: mail.from,
      to: letter.toAddress,
      subject: letter.subject,
      text: letter.body,
      headers: letter.headers as Record<string, string>,
      ...(letter.calendar === null ? {} : { icalEvent: calendarOf(letter.calendar) }),
    });
    await house.gateway.system("sending mail", ({ db }) =>
      db
        .updateTable("mail")
        // Many a letter carries a key to something: once it has left, nobody finds it here.
        .set({ sentAt: house.now(), problem: null, body: "", headers: "{}", calendar: null })
        .where("id", "=", mailId)
        .execute(),
    );
  } catch (error) {
    await house.gateway.system("sending mail", ({ db }) =>
      db
        .updateTable("mail")
        .set({ problem: (error as Error).message.slice(0, 400) })
        .where("id", "=", mailId)
        .execute(),
    );
    throw error;
  } finally {
    transport.close();
  }
}

const calendarOf = (content: string) => ({
  filename: "kontor.ics",
  method: /^METHOD:(\w+)\r?$/m.exec(content)?.[1] ?? "PUBLISH",
  content,
});

function quiet(house: House) {
  // The runner's own chatter belongs to the debug level; failures to the log.
  return new Logger(() => (level, message) => {
    if (level === "error") house.log.error({ job: true }, message);
    else if (level === "warning") house.log.warn({ job: true }, message);
    else house.log.trace({ job: true }, message);
  });
}
