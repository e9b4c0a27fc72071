// `kontor dev`: builds and starts the server, and again on each change of src/. A change that does not compile is reported
// and the server that runs is left running.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { build, buildProblem, root } from "./build.mjs";

export async function dev(args) {
  let server;
  let busy = false;
  let again = false;
  let ending = false;

  const start = () => {
    server = spawn(process.execPath, [join(root, "bin/run.mjs"), "start", ...args], { stdio: "inherit" });
    server.once("exit", (code) => {
      if (code) console.error(`The server ended (${code}); it starts again after the next change.`);
    });
  };
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
  };
  const turn = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const began = performance.now();
    try {
      await build();
      if (server) console.error(`Built in ${Math.round(performance.now() - began)} ms, starting again.`);
      await stop();
      if (!ending) start();
    } catch (error) {
      console.error(buildProblem(error));
    }
    busy = false;
    if (again && !ending) {
      again = false;
      await turn();
    }
  };

  let timer;
  const watcher = watch(join(root, "src"), { recursive: true }, (_event, name) => {
    // Tests are not part of the build, and editors write files of their own first.
    if (!name || /\.test\.tsx?$|~$|\/\.|^\./.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(turn, 80);
  });
  const end = async () => {
    if (ending) return;
    ending = true;
    watcher.close();
    clearTimeout(timer);
    await stop();
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  await turn();
}
