import { start } from "../app/start.ts";
import type { Command } from "./command.ts";
import { demoLogins } from "./demo-logins.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export const startCommand: Command = async (_args, config) => {
  const say = (line: string) => console.log(line);
  const began = Date.now();
  const running = await start(config, say);

  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`\nKontor is open at ${running.address} (${seconds} s)\n`);
  if (running.demo) say(demoLogins());
  if (running.demo && !LOOPBACK.includes(config.host))
    say(
      "Everybody who reaches this address can sign in with them: for real work start with KONTOR_DEMO=off on a new data folder.\n",
    );
  say("Stop it with Ctrl-C.");

  return new Promise<number>((done) => {
    let leaving = false;
    const leave = (code: number) => {
      if (leaving) return;
      leaving = true;
      running.stop().then(
        () => done(code),
        (error: Error) => {
          console.error(error.message);
          done(1);
        },
      );
    };
    process.on("SIGINT", () => leave(0));
    process.on("SIGTERM", () => leave(0));
    void running.lost.then(() => {
      console.error(
        "The database has ended unexpectedly; the last lines of postgres.log in the data folder say why. Start Kontor again.",
      );
      leave(1);
    });
  });
};
