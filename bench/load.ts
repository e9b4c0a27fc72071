import { Agent, request } from "node:http";

export interface Timing {
  name: string;
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
  /** Bytes of one answer. */
  bytes: number;
}

interface Asked {
  name: string;
  base: string;
  /** Addresses asked in turn, so that no single one is measured from a warm cache alone. */
  paths: readonly string[];
  clients: number;
  requests: number;
  headers?: Record<string, string>;
  /** Every address is asked once only, and none beforehand: what a first visit costs. */
  once?: boolean;
}

/** Asks with so many clients at once, each its next request as soon as the last is answered. Anything but 200 stops the bench. */
export async function load({
  name,
  base,
  paths,
  clients,
  requests,
  headers = {},
  once = false,
}: Asked): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let bytes = 0;
  let next = 0;
  const one = (path: string) =>
    new Promise<void>((done, failed) => {
      const started = performance.now();
      request(new URL(path, base), { agent, headers }, (response) => {
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
        });
        response.on("end", () => {
          if (response.statusCode !== 200)
            return failed(new Error(`${path} answered ${response.statusCode}`));
          times.push(performance.now() - started);
          bytes = size;
          done();
        });
      })
        .on("error", failed)
        .end();
    });
  const most = once ? Math.min(requests, paths.length) : requests;
  const client = async () => {
    while (next < most) await one(paths[next++ % paths.length]!);
  };
  if (!once) for (const path of paths.slice(0, 20)) await one(path);
  times.length = 0;

  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return {
    name,
    requests: times.length,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    max: times.at(-1)!,
    bytes,
  };
}

export function table(rows: readonly Timing[], baseline: Timing): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(11))).join("");
  return [
    line(["page", "requests/s", "p50 ms", "p99 ms", "max ms", "kB", "× baseline"]),
    ...rows.map((row) =>
      line([
        row.name,
        row.perSecond.toFixed(0),
        row.p50.toFixed(1),
        row.p99.toFixed(1),
        row.max.toFixed(1),
        (row.bytes / 1000).toFixed(1),
        (row.p50 / baseline.p50).toFixed(1),
      ]),
    ),
  ].join("\n");
}
