import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Chosen } from "./csv.ts";
import type { RawRow, Reading, ReadingProblem, Unreadable } from "./sheet.ts";
import type { Message } from "./worker.ts";

/** Of the thread's own heap. A file that needs more is refused; the house goes on. */
const MAX_HEAP_MEGABYTES = 768;

export interface FileRead {
  reading: Reading;
  sha256: string;
}
export interface NotRead {
  problem: ReadingProblem;
  values: Unreadable["values"];
}

/**
 * Reads a file in a thread of its own, so that nobody else waits for it and its memory has a bound. `take` gets the rows in
 * batches, one after the other.
 */
export async function readFile(
  bytes: Uint8Array,
  chosen: Chosen,
  take: (rows: RawRow[]) => Promise<void>,
): Promise<Result<FileRead, "unreadable"> & { why?: NotRead }> {
  const { here } = await import("./worker.ts");
  const { port1, port2 } = new MessageChannel();
  // The thread takes the bytes over; what was passed in stays with its owner.
  const own = Uint8Array.from(bytes);
  const thread = new Worker(new URL(here), {
    workerData: { reading: true, bytes: own, chosen, port: port2 },
    transferList: [port2, own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    execArgv: [],
  });
  const ended = new Promise<Error | null>((resolve) => {
    thread.once("error", resolve);
    thread.once("exit", () => resolve(null));
  });
  try {
    for (;;) {
      const message = await next(port1, ended);
      if (message.kind === "rows") {
        await take(message.rows);
        port1.postMessage("taken");
      } else if (message.kind === "done") return ok({ reading: message.reading, sha256: message.sha256 });
      else if (message.kind === "unreadable")
        return { ...refuse("unreadable"), why: { problem: message.problem, values: message.values } };
      else throw new Error(message.message);
    }
  } finally {
    port1.close();
    await thread.terminate();
  }
}

async function next(port: MessagePort, ended: Promise<Error | null>): Promise<Message> {
  const message = await Promise.race([
    new Promise<Message>((resolve) => port.once("message", resolve)),
    ended.then((error) => ({ ended: true as const, error })),
  ]);
  if (!("ended" in message)) return message;
  const last = receiveMessageOnPort(port);
  if (last) return last.message as Message;
  if ((message.error as { code?: string } | null)?.code === "ERR_WORKER_OUT_OF_MEMORY")
    return { kind: "unreadable", problem: "too-much-memory", values: {} };
  return { kind: "failure", message: message.error?.stack ?? "The reader ended without a word." };
}
