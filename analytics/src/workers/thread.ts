import type { Answer, Order } from "./worker.ts";

/** A worker of Node or of the browser. */
export interface Thread {
  /** Resolves when the work is done, with what was found; rejects with what went wrong. */
  ask(order: Order): Promise<Float64Array[]>;
  end(): Promise<void>;
}

type Sent = (answer: Answer) => void;
type Failed = (error: unknown) => void;
/** What Node's workers and the browser's have in common. */
type Wire = {
  send(order: Order): void;
  stop(): Promise<void>;
  listen(onAnswer: Sent, onError: Failed): void;
};

/** Starts a worker and waits until it has loaded. */
export async function startThread(url?: URL | string): Promise<Thread> {
  const wire = dial(url ?? beside());
  let settle: { sent: Sent; failed: Failed } | undefined;
  const answer = () =>
    new Promise<Answer>((sent, failed) => {
      settle = { sent, failed };
    });
  wire.listen(
    (message) => settle?.sent(message),
    (error) => settle?.failed(error),
  );
  await answer();
  return {
    async ask(order) {
      const answered = answer();
      wire.send(order);
      const { problem, found } = await answered;
      if (problem) throw new Error(problem);
      return found ?? [];
    },
    async end() {
      settle?.failed(new Error("The workers were closed."));
      await wire.stop();
    },
  };
}

/** The worker's program stands beside this module, compiled or as it is written. */
function beside(): URL {
  return import.meta.url.endsWith(".ts")
    ? new URL("./worker.ts", import.meta.url)
    : new URL("./worker.js", import.meta.url);
}

function dial(url: URL | string): Wire {
  const node = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  if (node) {
    const worker = new node.Worker(url);
    return {
      send: (order) => worker.postMessage(order),
      stop: async () => void (await worker.terminate()),
      listen: (onAnswer, onError) => {
        worker.on("message", onAnswer);
        worker.on("error", onError);
      },
    };
  }
  const worker = new Worker(url, { type: "module" });
  return {
    send: (order) => worker.postMessage(order),
    stop: async () => worker.terminate(),
    listen: (onAnswer, onError) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
      worker.onerror = (event) => onError(new Error(event.message || "A worker could not be started."));
    },
  };
}
