import { lookup as lookUp } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent, request } from "undici";
import type { Outside } from "../../../../access/outside.ts";
import { MAX_BYTES } from "../reading/source.ts";

const TIMEOUT_MS = 60_000;
const MOST_REDIRECTS = 3;

export type FetchProblem =
  | "address-bad"
  | "address-inside"
  | "not-found"
  | "timeout"
  | "refused"
  | "failed"
  | "too-large"
  | `status-${number}`;

/**
 * A file from an address that somebody typed. Every address on the way is checked, and so is the very address that is connected to,
 * whatever its name says a moment later; time and bytes are capped.
 */
export async function fetchData(
  outside: Pick<Outside, "check">,
  address: string,
): Promise<{ ok: true; bytes: Buffer } | { ok: false; problem: FetchProblem }> {
  let url = address;
  const agent = new Agent({ connect: { lookup: checkedLookup(outside), timeout: 10_000 } });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const problem = await outside.check(url);
      if (problem) return { ok: false, problem };
      const answer = await request(url, {
        headers: { "user-agent": "Kontor", accept: "text/csv, application/json, */*" },
        dispatcher: agent,
        signal,
      });
      const { location } = answer.headers;
      if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string") {
        await answer.body.dump();
        url = new URL(location, url).href;
        continue;
      }
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return { ok: false, problem: `status-${answer.statusCode}` };
      }
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of answer.body as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > MAX_BYTES) return { ok: false, problem: "too-large" };
        pieces.push(piece);
      }
      return { ok: true, bytes: Buffer.concat(pieces) };
    }
    return { ok: false, problem: "failed" };
  } catch (error) {
    return { ok: false, problem: problemOf(error as NodeJS.ErrnoException) };
  } finally {
    await agent.destroy();
  }
}

/** Resolves a name and lets through only what is open to everybody. */
const checkedLookup =
  (outside: Pick<Outside, "check">): LookupFunction =>
  (name, options, done) => {
    void (async () => {
      const found = await lookUp(name, { all: true });
      for (const { address } of found)
        if ((await outside.check(`http://${isIP(address) === 6 ? `[${address}]` : address}/`)) !== null)
          throw new Inside();
      const first = found[0]!;
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    })().catch((error: Error) => done(error, ""));
  };

class Inside extends Error {
  readonly code = "INSIDE";
}

function problemOf(error: NodeJS.ErrnoException): FetchProblem {
  const code = error.code ?? "";
  if (code === "INSIDE") return "address-inside";
  if (error.name === "TimeoutError" || error.name === "AbortError" || code.includes("TIMEOUT"))
    return "timeout";
  if (code === "ENOTFOUND") return "not-found";
  return code === "ECONNREFUSED" ? "refused" : "failed";
}
