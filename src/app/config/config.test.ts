import { describe, expect, it } from "vitest";
import { type Config, publicUrl, readConfig } from "./config.ts";

const read = (environment: Record<string, string>): Config => {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.value;
};

const problems = (environment: Record<string, string>) => {
  const result = readConfig(environment);
  return result.ok ? [] : result.problems;
};

describe("the settings", () => {
  it("need none: one command brings everything up, on loopback", () => {
    expect(read({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      address: { kind: "local" },
      data: `${process.cwd()}/.kontor`,
      files: `${process.cwd()}/.kontor/files`,
      database: { kind: "embedded", folder: `${process.cwd()}/.kontor/postgres` },
      mail: { kind: "outbox", from: "kontor@localhost" },
      secret: { kind: "file", path: `${process.cwd()}/.kontor/secret` },
      demo: true,
      trustedProxies: [],
      rateLimit: 1200,
      logLevel: "info",
      locale: "en",
    });
  });

  it.each([
    [{ PORT: "0" }, { port: 0 }],
    [{ PORT: "" }, { port: 3000 }],
    [{ HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
    [
      { KONTOR_DATA: "/srv/k" },
      { data: "/srv/k", files: "/srv/k/files", secret: { kind: "file", path: "/srv/k/secret" } },
    ],
    [
      { KONTOR_DATA: "/srv/k", KONTOR_FILES: "/mnt/f" },
      { data: "/srv/k", files: "/mnt/f" },
    ],
    [
      { KONTOR_URL: "https://kontor.example/" },
      { address: { kind: "public", url: "https://kontor.example" } },
    ],
    [{ KONTOR_URL: "https://kontor.example" }, { mail: { kind: "outbox", from: "kontor@kontor.example" } }],
    [{ KONTOR_DEMO: "off" }, { demo: false }],
    [{ KONTOR_RATE_LIMIT: "0" }, { rateLimit: 0 }],
    [{ KONTOR_TRUST_PROXY: "10.0.0.0/8, ::1" }, { trustedProxies: ["10.0.0.0/8", "::1"] }],
    [
      { DATABASE_URL: "postgresql://k@/k?host=/run" },
      { database: { kind: "server", url: "postgresql://k@/k?host=/run" } },
    ],
    [
      { SMTP_URL: "smtp://mail:25", MAIL_FROM: "Kontor <a@b.example>" },
      { mail: { kind: "smtp", url: "smtp://mail:25", from: "Kontor <a@b.example>" } },
    ],
    [{ KONTOR_SECRET: "s".repeat(32) }, { secret: { kind: "given", value: "s".repeat(32) } }],
    [{ LANG: "de_DE.UTF-8" }, { locale: "de" }],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "C" }, { locale: "en" }],
  ])("%j means %j", (environment, meaning) => {
    expect(read(environment)).toMatchObject(meaning);
  });

  it("make the public address from the port that is really listened on, unless one is given", () => {
    expect(publicUrl(read({ PORT: "0" }), 41234)).toBe("http://localhost:41234");
    expect(publicUrl(read({ KONTOR_URL: "https://kontor.example" }), 3000)).toBe("https://kontor.example");
  });
});

describe("a wrong setting stops the start", () => {
  it.each([
    [{ PORT: "http" }, /PORT is “http”.*PORT=3000/],
    [{ PORT: "65536" }, /PORT is “65536”/],
    [{ PORT: "-1" }, /PORT is “-1”/],
    [{ HOST: "my host" }, /HOST is “my host”.*HOST=127\.0\.0\.1/],
    [{ KONTOR_URL: "kontor.example" }, /KONTOR_URL is “kontor.example”.*https:\/\//],
    [{ KONTOR_URL: "https://kontor.example/app" }, /without a path/],
    [{ KONTOR_URL: "ftp://kontor.example" }, /KONTOR_URL/],
    [{ KONTOR_DEMO: "yes" }, /KONTOR_DEMO=on or KONTOR_DEMO=off/],
    [{ KONTOR_TRUST_PROXY: "10.0.0.0/33" }, /KONTOR_TRUST_PROXY.*10\.0\.0\.0\/8/],
    [{ KONTOR_TRUST_PROXY: "proxy" }, /KONTOR_TRUST_PROXY/],
    [{ KONTOR_RATE_LIMIT: "many" }, /KONTOR_RATE_LIMIT=1200/],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL.*debug/],
    [{ MAIL_FROM: "nobody" }, /MAIL_FROM=kontor@example.org/],
    [{ MAIL_FROM: "a@b.example\nBcc: c@d.example" }, /MAIL_FROM/],
    [{ SMTP_URL: "smtp://mail:25" }, /MAIL_FROM is missing/],
    [{ KONTOR_DEMOO: "on" }, /Did you mean KONTOR_DEMO\?/],
    [{ KONTOR_PORT: "80" }, /Did you mean PORT\?/],
    [{ KONTOR_DATABASE_URL: "x" }, /Did you mean DATABASE_URL\?/],
    [{ KONTOR_WHATEVER: "x" }, /KONTOR_WHATEVER is not a setting of Kontor\. .*docs\/operator\.md/],
    [{ PORT: "x", LANG: "de_DE" }, /PORT ist „x“\. Möglich ist/],
  ])("%j with the one sentence that says what to write", (environment, sentence) => {
    expect(problems(environment)).toEqual([expect.stringMatching(sentence)]);
  });

  it("names all that is wrong at once", () => {
    expect(problems({ PORT: "x", KONTOR_DEMO: "x", LOG_LEVEL: "x" })).toHaveLength(3);
  });

  it.each([
    { DATABASE_URL: "mysql://root:hidden-word@db/kontor" },
    { SMTP_URL: "http://user:hidden-word@mail", MAIL_FROM: "a@b.example" },
    { KONTOR_SECRET: "hidden-word" },
  ])("and never repeats what may be a secret", (environment) => {
    const [sentence] = problems(environment);
    expect(sentence).toBeDefined();
    expect(sentence).not.toContain("hidden-word");
  });

  it("leaves the variables of other programs alone", () => {
    expect(problems({ PATH: "/bin", npm_config_port: "x", KONTOR_TEST_DATABASE_URL: "x" })).toEqual([]);
  });
});
