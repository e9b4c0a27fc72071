import { type SpawnOptions, spawnSync } from "node:child_process";
import { chown } from "node:fs/promises";

/**
 * Under which account PostgreSQL runs. It refuses to run as root, so root hands it over: to a user namespace, in which
 * root's files stay root's and no account is made, or, where those are forbidden, to `nobody`.
 */
export type Account = { kind: "own" } | { kind: "namespace" } | { kind: "nobody"; uid: number; gid: number };

const NOBODY = 65534;
const NAMESPACE = ["--user", "--map-user=1000", "--map-group=1000"];

export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return { kind: "own" };
  if (runs("unshare", [...NAMESPACE, "true"])) return { kind: "namespace" };
  return { kind: "nobody", uid: NOBODY, gid: NOBODY };
}

/**
 * The command line that runs `program` under the account. Where `setpriv` exists the kernel interrupts the program when
 * this process dies, however it dies: PostgreSQL then shuts down in order.
 */
export function commandFor(account: Account, program: string, args: readonly string[]) {
  const line = [
    ...(account.kind === "namespace" ? ["unshare", ...NAMESPACE] : []),
    ...(hasSetpriv() ? ["setpriv", "--pdeathsig", "INT"] : []),
    program,
    ...args,
  ];
  const options: SpawnOptions = account.kind === "nobody" ? { uid: account.uid, gid: account.gid } : {};
  return { command: line[0]!, args: line.slice(1), options };
}

/** Gives a folder to the account. Only `nobody` owns its files itself. */
export async function give(account: Account, path: string): Promise<void> {
  if (account.kind === "nobody") await chown(path, account.uid, account.gid);
}

/** Whether the account can run a program: a folder on the way may be closed to `nobody`. */
export const canRun = (account: Account, program: string, args = ["--version"]) => {
  const line = commandFor(account, program, args);
  return spawnSync(line.command, line.args, { ...line.options, stdio: "ignore" }).status === 0;
};

export const canEnter = (account: Account, folder: string) => canRun(account, "test", ["-x", folder]);

let setpriv: boolean | undefined;
const hasSetpriv = () => {
  setpriv ??= runs("setpriv", ["--pdeathsig", "INT", "true"]);
  return setpriv;
};

const runs = (command: string, args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
