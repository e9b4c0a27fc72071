import { expect } from "vitest";
import { ORIGIN, type World } from "../../../../app/testing/world.ts";

const HOME = "/clusters/alpha/observatory";

export const text = (content: string, name = "data.csv") => new File([content], name);

/** The acts of an analyst who brings in data, with the worker's hand lent. */
export function bringingIn(world: () => World) {
  /** What the worker does: each job of the observatory's data that waits, until none does. */
  async function runJobs(): Promise<void> {
    const look = (state: string) =>
      world().house.gateway.system("a look", ({ db }) =>
        db
          .selectFrom("datasetImport")
          .select(["clusterId", "id", "shape"])
          .where("state", "=", state)
          .execute(),
      );
    for (const [state, job] of [
      ["checking", "look"],
      ["checking", "check"],
      ["writing", "write"],
    ] as const)
      for (const { clusterId, id } of await look(state))
        await world().job(`observatory.data.${job}`, { clusterId, importId: id });
  }

  async function bring(file: File, dataset?: string): Promise<string> {
    const visit = await world().as("analyst");
    const sent = await visit.upload(`${HOME}/imports`, dataset ? { dataset } : {}, { file });
    expect(sent.status).toBe(303);
    await runJobs();
    return new URL(sent.headers.get("location")!, ORIGIN).pathname;
  }

  const stateOf = async (path: string) =>
    (await (await world().as("analyst")).api("GET", `/api/v1${path}`)).json;

  /** The columns as they were guessed, with what was changed of them. */
  async function columns(path: string, more: Record<string, string> = {}) {
    const { columns } = await stateOf(path);
    const guessed = Object.fromEntries((columns as string[]).map((role, at) => [`column.${at}`, role]));
    const base = { decimal: ".", secret: ". * x c", missing: ": - /", estimated: "e p u", blank: "missing" };
    const sent = await (await world().as("analyst")).post(`${path}/columns`, {
      ...base,
      ...guessed,
      ...more,
    });
    await runJobs();
    return sent;
  }

  async function write(path: string) {
    const sent = await (await world().as("analyst")).post(`${path}/write`);
    await runJobs();
    return sent;
  }

  const versions = async (slug: string) =>
    (await (await world().as("analyst")).api("GET", `/api/v1${HOME}/datasets/${slug}`)).json?.versions;

  const download = async (slug: string, as: string) =>
    (await (await world().as("analyst")).get(`${HOME}/data/${slug}/download?as=${as}`)).text;
  return { runJobs, bring, stateOf, columns, write, versions, download };
}
