import { type LookupAddress, lookup as lookUp } from "node:dns";
import { promisify } from "node:util";
import ipaddr from "ipaddr.js";
import { Agent, request } from "undici";
import type { Outside, OutsideProblem } from "../../access/outside.ts";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16_384;

export interface OutsideSettings {
  /** Ranges inside the house that the operator allows, such as `10.1.0.0/16`. */
  allowed: readonly string[];
  /** Names to addresses; the system's own unless a test says otherwise. */
  resolve?: (name: string) => Promise<readonly string[]>;
}

export function makeOutside({ allowed, resolve = resolveAll }: OutsideSettings): Outside {
  const ranges = allowed.map((range) =>
    range.includes("/")
      ? ipaddr.parseCIDR(range)
      : ([ipaddr.parse(range), ipaddr.parse(range).kind() === "ipv4" ? 32 : 128] as const),
  );

  /** A list of forbidden ranges is always incomplete; this one says what is open to everybody. */
  const isOutside = (address: string): boolean => {
    if (!ipaddr.isValid(address)) return false;
    const ip = ipaddr.process(address);
    if (ip.range() === "unicast") return true;
    return ranges.some(([range, bits]) => range.kind() === ip.kind() && ip.match(range, bits));
  };

  const checked = async (
    text: string,
  ): Promise<{ ok: true; url: URL; address: string } | { ok: false; problem: OutsideProblem }> => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !["https:", "http:"].includes(url.protocol) || url.username || url.password)
      return { ok: false, problem: "address-bad" };
    const name = url.hostname.replace(/^\[|\]$/g, "");
    const addresses = ipaddr.isValid(name) ? [name] : await resolve(name).catch(() => []);
    if (addresses.length === 0) return { ok: false, problem: "not-found" };
    if (!addresses.every(isOutside)) return { ok: false, problem: "address-inside" };
    return { ok: true, url, address: addresses[0]! };
  };

  return {
    check: async (text) => {
      const found = await checked(text);
      return found.ok ? null : found.problem;
    },

    async post(text, body, headers) {
      const found = await checked(text);
      if (!found.ok) return found;
      const agent = new Agent({
        connect: { lookup: always(found.address), timeout: TIMEOUT_MS },
        maxResponseSize: MAX_BYTES,
      });
      const started = performance.now();
      try {
        const answer = await request(found.url, {
          method: "POST",
          body,
          headers: { "user-agent": "Kontor", ...headers },
          dispatcher: agent,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const said = await beginning(answer.body);
        return {
          ok: true,
          value: { status: answer.statusCode, text: said, ms: Math.round(performance.now() - started) },
        };
      } catch (error) {
        return { ok: false, problem: problemOf(error as NodeJS.ErrnoException) };
      } finally {
        await agent.destroy();
      }
    },
  };
}

/** Whatever the name says a moment later: the connection goes to the address that was looked at. */
const always = (address: string): typeof lookUp =>
  // biome-ignore lint/suspicious/noExplicitAny: node's lookup has one signature per set of options
  ((_name: string, options: any, done: any) => {
    const family = ipaddr.parse(address).kind() === "ipv4" ? 4 : 6;
    if (typeof options === "object" && options?.all) done(null, [{ address, family }]);
    else (typeof options === "function" ? options : done)(null, address, family);
  }) as typeof lookUp;

async function beginning(body: AsyncIterable<Buffer>): Promise<string> {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      kept.push(chunk);
      size += chunk.length;
      if (size >= MAX_BYTES) break;
    }
  } catch (error) {
    // More than is read was sent: what came first is enough.
    if ((error as NodeJS.ErrnoException).code !== "UND_ERR_RES_EXCEEDED_MAX_SIZE") throw error;
  }
  return Buffer.concat(kept).toString("utf8").slice(0, 2000);
}

function problemOf(error: NodeJS.ErrnoException): OutsideProblem {
  const code = error.code ?? "";
  if (error.name === "TimeoutError" || error.name === "AbortError" || code.includes("TIMEOUT"))
    return "timeout";
  return code === "ECONNREFUSED" ? "refused" : "failed";
}

const resolveAll = async (name: string): Promise<string[]> =>
  ((await promisify(lookUp)(name, { all: true })) as LookupAddress[]).map(({ address }) => address);
