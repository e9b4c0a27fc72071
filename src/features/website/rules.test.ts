import { describe, expect, it } from "vitest";
import { rss } from "./feed.ts";
import { strengths } from "./rules.ts";
import { PART, partNames, sitemapIndex, urlSet } from "./sitemap.ts";
import { xmlText } from "./xml.ts";

describe("what a cluster is good at", () => {
  const all = new Map([
    ["common", 90],
    ["special", 10],
    ["rare", 1],
  ]);

  it("is what more of its members do than others, not what everybody does", () => {
    const own = new Map([
      ["common", 9],
      ["special", 8],
    ]);
    expect(strengths(own, 10, all, 100, 1)).toEqual([{ code: "special", members: 8 }]);
    expect(strengths(own, 10, all, 100, 2)).toEqual([
      { code: "common", members: 9 },
      { code: "special", members: 8 },
    ]);
  });

  it("names of a field and its part the weightier one", () => {
    const own = new Map([
      ["/1/2", 5],
      ["/1/2/3", 5],
      ["/1/20", 2],
    ]);
    const region = new Map([
      ["/1/2", 50],
      ["/1/2/3", 5],
      ["/1/20", 20],
    ]);
    expect(strengths(own, 5, region, 100, 3).map(({ code }) => code)).toEqual(["/1/2/3", "/1/20"]);
  });

  it("is never what a single member does", () => {
    expect(strengths(new Map([["rare", 1]]), 10, all, 100, 5)).toEqual([]);
  });

  it("follows the number of members where there is nobody to compare with", () => {
    const own = new Map([
      ["a", 2],
      ["b", 5],
      ["c", 2],
    ]);
    expect(strengths(own, 6, own, 6, 2).map(({ code }) => code)).toEqual(["b", "a"]);
  });
});

describe("text in XML", () => {
  it.each([
    [`Müller & Söhne <"AG">`, "Müller &amp; Söhne &lt;&quot;AG&quot;&gt;"],
    ["a\u0000b\u001fc\ud800d", "abcd"],
    ["fünf 🛠 sechs", "fünf 🛠 sechs"],
  ])("%j is written so that every reader can read it", (text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe("a feed", () => {
  const channel = { title: "New & open", link: "http://k/", self: "http://k/feed.xml", language: "en" };

  it("says when the newest thing happened, as RFC 822 wants it", () => {
    const text = rss(channel, [{ title: "A <b>", link: "http://k/a", id: "http://k/a", on: "2024-12-18" }]);
    expect(text).toContain("<pubDate>Wed, 18 Dec 2024 00:00:00 GMT</pubDate>");
    expect(text).toContain("<lastBuildDate>Wed, 18 Dec 2024 00:00:00 GMT</lastBuildDate>");
    expect(text).toContain("<title>A &lt;b&gt;</title>");
    expect(text).toContain('<guid isPermaLink="true">http://k/a</guid>');
  });

  it("is a feed without anything in it too", () => {
    expect(rss(channel, [])).toContain("<title>New &amp; open</title>");
  });
});

describe("a sitemap", () => {
  it("names each address and when it changed", () => {
    expect(urlSet([{ address: "http://k/a?b&c", changed: "2024-01-02" }])).toContain(
      "<url><loc>http://k/a?b&amp;c</loc><lastmod>2024-01-02</lastmod></url>",
    );
  });

  it("is divided before it gets larger than a file may be", () => {
    expect(partNames("projects", PART)).toEqual(["projects-1.xml"]);
    expect(partNames("projects", PART + 1)).toEqual(["projects-1.xml", "projects-2.xml"]);
    expect(partNames("projects", 0)).toEqual([]);
    expect(sitemapIndex(["http://k/sitemaps/doors.xml"])).toContain(
      "<sitemap><loc>http://k/sitemaps/doors.xml</loc></sitemap>",
    );
  });
});
