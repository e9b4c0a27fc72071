import type { Desk } from "../../../access/route.ts";

/** The machine room: jobs and the log's chain, which only the composition root can reach. */
export interface Engine {
  jobs(): Promise<Jobs>;
  /** Whether there was such a failed job to start again. */
  retryJob(id: string): Promise<boolean>;
  /** Walks every chain of the log from its beginning. */
  verifyAudit(): Promise<{ entries: number; breaks: readonly ChainBreak[] }>;
}

export interface Jobs {
  waiting: number;
  running: number;
  failed: readonly FailedJob[];
}

export interface FailedJob {
  id: string;
  task: string;
  attempts: number;
  lastError: string;
  at: Date;
}

export interface ChainBreak {
  clusterId: string;
  seq: number;
  reason: string;
}

/** A house put together without a machine room, as for one command, has none to show. */
export const engineOf = (desk: Desk): Engine | null =>
  "engine" in desk ? ((desk as Desk & { engine: Engine }).engine ?? null) : null;
