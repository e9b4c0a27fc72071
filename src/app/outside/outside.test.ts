import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOutside } from "./outside.ts";

const heard: string[] = [];
const server = createServer((request, response) => {
  heard.push(`${request.headers.host} ${request.url}`);
  if (request.url === "/moved") response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
  else if (request.url === "/flood") response.end("x".repeat(5_000_000));
  else response.end("thank you");
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const open = makeOutside({ allowed: [] });

describe("an address from a user", () => {
  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://10.0.0.8/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://192.168.1.1/",
    "http://0.0.0.0/",
    "http://localhost/",
  ])("%s is inside and never asked", async (url) => {
    expect(await open.check(url)).toBe("address-inside");
    expect(await open.post(url, "{}", {})).toEqual({ ok: false, problem: "address-inside" });
  });

  it.each(["ftp://example.org/", "file:///etc/passwd", "https://user:secret@example.org/", "nonsense"])(
    "%s is none we ask",
    async (url) => {
      expect(await open.check(url)).toBe("address-bad");
    },
  );

  it("is refused when only one of its addresses is inside", async () => {
    const outside = makeOutside({ allowed: [], resolve: async () => ["93.184.216.34", "10.0.0.1"] });
    expect(await outside.check("https://example.org/")).toBe("address-inside");
  });

  it("is connected to where it was looked at, whatever its name says a moment later", async () => {
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    const outside = makeOutside({ allowed: ["127.0.0.1/32"], resolve: async () => answers.shift() ?? [] });
    const answer = await outside.post(`http://rebinding.example:${port}/hook`, "{}", {});
    expect(answer).toMatchObject({ ok: true, value: { status: 200, text: "thank you" } });
    expect(heard).toContain(`rebinding.example:${port} /hook`);
  });

  it("leads nowhere else, and says no more than is read", async () => {
    const outside = makeOutside({ allowed: ["127.0.0.1"] });
    expect(await outside.post(`http://127.0.0.1:${port}/moved`, "{}", {})).toMatchObject({
      ok: true,
      value: { status: 302 },
    });
    const flood = await outside.post(`http://127.0.0.1:${port}/flood`, "{}", {});
    expect(flood.ok ? flood.value.text.length : flood.problem).toSatisfy(
      (said) => said === "failed" || Number(said) <= 2000,
    );
  });
});
