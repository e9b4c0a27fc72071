import { describe, expect, it } from "vitest";
import { PublicShell, Shell } from "./index.ts";

const page = {
  locale: "en",
  title: "What <waits>",
  path: "/today",
  query: { view: "map" },
  nonce: "n0nce",
  nav: [
    {
      title: "Cluster",
      items: [
        { label: "Registry", href: "/registry", count: 187 },
        { label: "Today", href: "/today" },
      ],
    },
  ],
} as const;

describe("a page of the inner space", () => {
  const html = String(
    <Shell
      {...page}
      who={{ name: "Jo Elbe", role: "manager", place: "Aviation Cluster" }}
      csrf="token"
      actAs={{
        current: "b",
        choices: [
          { value: "a", label: "Firm A" },
          { value: "b", label: "Team" },
        ],
      }}
      jsonLd={{ name: "</script><b>" }}
    >
      <p>content</p>
    </Shell>,
  );

  it("is a whole document in its language", () => {
    expect(html).toMatch(/^<!doctype html><html lang="en"><head>/);
    expect(html).toContain("<title>What &lt;waits&gt; · Aviation Cluster · Kontor</title>");
    expect(html).toContain('<main id="main" tabindex="-1"><p>content</p></main>');
    expect(html.endsWith("</body></html>")).toBe(true);
  });
  it("says where one is", () => {
    expect(html).toContain('<a href="/today" aria-current="page">Today</a>');
    expect(html).toContain('<a href="/registry">Registry<i>187</i></a>');
  });
  it("offers the same address in the other language", () => {
    expect(html).toContain('href="/today?lang=de&amp;view=map"');
  });
  it("cannot be closed from inside its data", () => {
    expect(html).toContain('nonce="n0nce">{"name":"\\u003c/script>\\u003cb>"}</script>');
  });
  it("carries the token in each of its forms", () => {
    expect(html.match(/method="post"/g)).toHaveLength(2);
    expect(html.match(/name="csrf" value="token"/g)).toHaveLength(2);
  });
});

describe("a page of the outer face", () => {
  it("has the cluster's name on the door and may be found", () => {
    const html = String(
      <PublicShell
        {...page}
        nav={page.nav[0].items}
        brand={{ name: "Hamburg Aviation", href: "/c/aviation" }}
      />,
    );
    expect(html).toContain("Hamburg Aviation");
    expect(html).not.toContain("noindex");
    expect(html).not.toContain("<script");
  });
});
