import { describe, expect, it } from "vitest";
import { cents, country, day, nuts, text, webAddress } from "./fields.ts";
import { kindOf } from "./kind.ts";
import { organisationSlugs, projectSlugs, slugify } from "./slug.ts";
import { vocabulary } from "./vocabulary.ts";

describe("the address of an organisation", () => {
  it.each([
    ["GRÖßE & MAß GmbH", "groesse-mass-gmbh"],
    ["Universität zu Lübeck", "universitaet-zu-luebeck"],
    ["UNIVERSITE D'ÉVRY", "universite-devry"],
    ["SØR-ŁÓDŹ A/S", "sor-lodz-a-s"],
    ["F.I.R.S.T. e.V.", "first-ev"],
    ["河南科隆集团有限公司", ""],
  ])("of %s is %s", (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  it("is cut between words where it is long", () => {
    const slug = slugify(
      "Leibniz-Institut für die Pädagogik der Naturwissenschaften und Mathematik an der Universität Kiel",
      60,
    );
    expect(slug).toBe("leibniz-institut-fuer-die-paedagogik-der-naturwissenschaften");
  });

  it("is the short name, then with the city, then the name, and at last carries the key", () => {
    expect(
      organisationSlugs({ name: "Hochschule Wismar", shortName: "HSW", city: "WISMAR", key: "9" }),
    ).toEqual(["hsw", "hsw-wismar", "hochschule-wismar", "hsw-9"]);
  });

  it.each([
    ["LUFTHANSA TECHNIK AKTIENGESELLSCHAFT", "lufthansa-technik"],
    ["ESSBERGER & STOLT TANKERS GMBH & CO KG", "essberger-stolt-tankers"],
    ["ENEL GREEN POWER S.P.A.", "enel-green-power"],
    ["GMBH", "gmbh"],
  ])("of %s goes without the legal form", (name, slug) => {
    expect(organisationSlugs({ name, shortName: null, city: null, key: "1" })[0]).toBe(slug);
  });

  it("is made of the key alone where the name is in another script", () => {
    expect(
      organisationSlugs({ name: "河南科隆集团有限公司", shortName: null, city: null, key: "912" }),
    ).toEqual(["organisation-912"]);
  });

  it("never is longer than 80 characters", () => {
    const long = "a".repeat(200);
    for (const slug of organisationSlugs({
      name: long,
      shortName: long,
      city: long,
      key: "h2020-0002ed6e6953fbf120f6ac982c803700",
    }))
      expect(slug.length).toBeLessThanOrEqual(80);
  });

  it("of a project is its acronym and number", () => {
    expect(projectSlugs({ acronym: "SPIDoc's", key: "101073941", source: "cordis-he" })[0]).toBe(
      "spidocs-101073941",
    );
  });
});

describe("the kind of an organisation", () => {
  it.each([
    ["PRC", "Bank of Sailors Ltd", "enterprise"],
    ["HES", "Cluster University", "research"],
    ["REC", "FRAUNHOFER", "research"],
    ["PUB", "LANDESHAUPTSTADT KIEL", "authority"],
    ["PUB", "AGENCIA DE L'HABITATGE DE CATALUNYA", "development"],
    ["OTH", "MARITIMES CLUSTER NORDDEUTSCHLAND EV", "service"],
    ["OTH", "Wirtschaftsförderung Lübeck", "development"],
    ["OTH", "INVESTITIONSBANK SCHLESWIG-HOLSTEIN", "finance"],
    ["OTH", "EUROPEAN FILM PROMOTION EV", "association"],
    ["OTH", "Something Else", "association"],
    [null, "TECHNISCHE UNIVERSITAET HAMBURG", "research"],
    [null, "MINISTERIO DE DEFENSA", "authority"],
    [null, "APPLIED MATERIALS FRANCE SARL", "enterprise"],
    [null, "BRIGITTE ROHNER", "enterprise"],
  ])("of type %s called %s is %s", (type, name, kind) => {
    expect(kindOf(type, name)).toBe(kind);
  });
});

describe("a field", () => {
  it.each([
    ["www.tuhh.de", "https://www.tuhh.de/"],
    ['"http://www.ogs.trieste.it', "http://www.ogs.trieste.it/"],
    ["javascript:alert(1)", null],
    ["USWRS-GRC", null],
    ["http://user:pass@example.org/", null],
    ["ftp://example.org", null],
    ["two words.de", null],
    ["", null],
  ])("with the address %s gives %s", (url, address) => {
    expect(webAddress({ url }, "url")).toBe(address);
  });

  it.each([
    ["2024-02-29", "2024-02-29"],
    ["2024-02-29T10:00:00Z", "2024-02-29"],
    ["", null],
  ])("with the day %s gives %s", (value, date) => {
    expect(day({ value }, "value")).toBe(date);
  });

  it.each(["2023-02-29", "29.02.2024", "2024-1-1", "soon"])("with the day %s is refused", (value) => {
    expect(() => day({ value }, "value")).toThrow(value);
  });

  it("with money is whole cents", () => {
    expect(cents({ value: "187828.75" }, "value")).toBe(18_782_875);
    expect(cents({ value: 0.29 }, "value")).toBe(29);
    expect(cents({ value: "" }, "value")).toBeNull();
  });

  it("with a country has the code of ISO 3166", () => {
    expect(["UK", "EL", "de", "", "EU1"].map((code) => country({ code }, "code"))).toEqual([
      "GB",
      "GR",
      "DE",
      null,
      null,
    ]);
  });

  it("with a region keeps the code of NUTS, and only that", () => {
    expect(["UKI31", "EL301", "DE6", "DE", "DEF02 KIEL"].map((code) => nuts({ code }, "code"))).toEqual([
      "UKI31",
      "EL301",
      "DE6",
      null,
      null,
    ]);
  });

  it("with text holds nothing a database refuses", () => {
    expect(text({ name: " a\0b\n\t c \ud800" }, "name", 100)).toBe("ab c \ufffd");
  });
});

describe("the vocabulary", () => {
  it("has a parent for every term but the roots, before its children", () => {
    const seen = new Set<string>();
    for (const term of vocabulary()) {
      if (term.parent === null) expect(term.depth).toBe(1);
      else expect(seen.has(term.parent)).toBe(true);
      seen.add(term.code);
    }
    expect(seen.size).toBe(974);
  });
});
