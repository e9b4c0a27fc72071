import { clusterName } from "./leftover.ts";

/** For two cores and a few gigabytes. Settings are given at each start, so an upgrade of Kontor changes them too. */
const GENERAL = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_parallel_workers_per_gather: "1",
  max_parallel_workers: "2",
  random_page_cost: "1.1",
  jit: "off",
  synchronous_commit: "on",
  wal_compression: "on",
  // Nothing is replicated from here: bulk loads into new tables may skip the log.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  timezone: "UTC",
  log_timezone: "UTC",
  // The log names what failed, never the values it failed with: those are the members' data.
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/** Throw-away databases of tests: nothing survives a power cut, everything is faster. */
const NOT_DURABLE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

export function serverArgs(options: { folder: string; sockets: string; durable: boolean }): string[] {
  const settings = {
    ...GENERAL,
    fsync: "on",
    ...(options.durable ? {} : NOT_DURABLE),
    unix_socket_directories: options.sockets,
    cluster_name: clusterName(process.pid),
  };
  return [
    "-D",
    options.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}
