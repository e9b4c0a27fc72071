import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Feature } from "../access/feature.ts";
import { makePool } from "./database/pool.ts";
import { startJobs } from "./jobs.ts";
import { makeWorld, type World } from "./testing/world.ts";

/** A mail server that takes every letter and keeps it. */
function mailServer(): Promise<{ server: Server; url: string; taken: string[] }> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let letter: string | null = null;
    let rest = "";
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (letter !== null) {
          if (line !== ".") {
            letter += `${line}\n`;
            continue;
          }
          taken.push(letter);
          letter = null;
          socket.write("250 taken\r\n");
        } else if (/^DATA/i.test(line)) {
          letter = "";
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
    socket.on("error", () => {});
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () =>
      done({ server, taken, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }),
    ),
  );
}

/** A feature that reckons for as long as the test wants it to. */
const reckoned: { open: () => void; running: number; most: number; done: number } = {
  open: () => {},
  running: 0,
  most: 0,
  done: 0,
};
const opened = new Promise<void>((open) => {
  reckoned.open = open;
});
const reckoning: Feature = {
  name: "test",
  routes: [],
  messages: {},
  jobs: {
    "test.reckon": async () => {
      reckoned.most = Math.max(reckoned.most, ++reckoned.running);
      await opened;
      reckoned.running--;
      reckoned.done++;
    },
  },
  slow: ["test.reckon"],
};

let world: World;
let post: Awaited<ReturnType<typeof mailServer>>;
let pool: ReturnType<typeof makePool>;
let jobs: Awaited<ReturnType<typeof startJobs>>;

beforeAll(async () => {
  post = await mailServer();
  world = await makeWorld({
    features: [reckoning],
    mail: { kind: "smtp", url: post.url, from: "Kontor <kontor@example.org>" },
  });
  pool = makePool(world.databaseUrl, 4);
  jobs = await startJobs(world.house, pool);
});
afterAll(async () => {
  await jobs.stop();
  await pool.end();
  await world.close();
  post.server.close();
});

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 200 && !(await holds()); i++) await sleep(50);
};

const letters = () =>
  world.house.gateway.system("looking", ({ db }) =>
    db
      .selectFrom("mail")
      .select(["subject", "sentAt", "problem", "body", "headers"])
      .where("subject", "like", "Test%")
      .execute(),
  );

describe("what is reckoned for long", () => {
  it("runs one after the other, and keeps no letter waiting", async () => {
    const owner = await world.context("owner", "alpha");
    await owner.write(async ({ enqueue }) => {
      for (const key of ["a", "b", "c"]) await enqueue("test.reckon", {}, { key });
    });
    await until(() => reckoned.running > 0);
    await owner.write(({ mail }) =>
      mail({ to: "rival@example.org", subject: "Beside it", body: "x", headers: {} }),
    );
    await until(() => post.taken.length > 0);
    expect(post.taken.splice(0)).toHaveLength(1);
    expect(reckoned).toMatchObject({ running: 1, most: 1, done: 0 });
    reckoned.open();
    await until(() => reckoned.done === 3);
    expect(reckoned).toMatchObject({ most: 1, done: 3 });
  });
});

describe("a letter", () => {
  it("leaves the house once what it tells of is written, and never twice", async () => {
    const owner = await world.context("owner", "alpha");
    await owner.write(({ mail }) =>
      mail({
        to: "rival@example.org",
        subject: "Test of\r\nBcc: everybody@example.org",
        body: "Grüße\n",
        headers: {
          "List-Unsubscribe": `<https://kontor.example.org/unsubscribe/${"a".repeat(100)}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
      }),
    );
    await until(() => post.taken.length > 0);
    expect(post.taken).toHaveLength(1);
    expect(post.taken[0]).toContain("To: rival@example.org");
    expect(post.taken[0]).not.toMatch(/^Bcc:/m);
    // Long headers are folded where mail programs unfold them: at white space alone.
    const unfolded = post.taken[0]!.replaceAll(/\n[ \t]+/g, " ");
    expect(unfolded).toMatch(/^List-Unsubscribe: <https:\/\/kontor\.example\.org\/unsubscribe\/a{100}>$/m);
    expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    await until(async () => (await letters())[0]?.sentAt !== null);
    expect((await letters())[0]).toMatchObject({ problem: null, sentAt: expect.any(Date) });
    // The text, with the keys a letter may carry, is the addressee's alone now.
    expect((await letters())[0]).toMatchObject({ body: "", headers: {} });
  });

  it("is never written when the act it tells of fails", async () => {
    const owner = await world.context("owner", "alpha");
    const before = post.taken.length;
    const act = owner.write(async ({ mail }) => {
      await mail({ to: "rival@example.org", subject: "Test of a failure", body: "x" });
      throw new Error("half-way");
    });
    await expect(act).rejects.toThrow("half-way");
    await sleep(500);
    expect(post.taken).toHaveLength(before);
    expect((await letters()).some((letter) => letter.subject.includes("failure"))).toBe(false);
  });
});
