import { describe, expect, it } from "vitest";
import { assign, belongs, type OrganisationSigns, type ProjectSigns } from "./assign.ts";
import { CLUSTERS } from "./clusters.ts";

const aProject = (more: Partial<ProjectSigns> = {}): ProjectSigns => ({
  id: "1",
  title: "On nothing in particular",
  topic: "ERC-2022-STG",
  topicTitle: "ERC STARTING GRANTS",
  signed: "2023-01-01",
  euroSciVoc: [],
  ...more,
});
const aFirm = (more: Partial<OrganisationSigns> = {}): OrganisationSigns => ({
  id: "900000001",
  name: "FIRM GMBH",
  type: "PRC",
  sme: true,
  projects: [aProject()],
  ...more,
});
const AIRCRAFT = "/25/75/461/1239/1737";
const aircraft = (id: string, signed = "2023-01-01") => aProject({ id, signed, euroSciVoc: [AIRCRAFT] });
const cluster = (slug: string) => CLUSTERS.find((one) => one.slug === slug)!;
const aviationOf = (organisations: OrganisationSigns[]) =>
  assign(organisations).filter((one) => one.cluster === "aviation");

describe("a project belongs to a cluster", () => {
  it("by a code, and by everything below that code", () => {
    expect(belongs(aProject({ euroSciVoc: ["/25/75/461/1237/1735"] }), cluster("maritime"))).toBe(true);
    expect(belongs(aProject({ euroSciVoc: ["/25/75/461"] }), cluster("maritime"))).toBe(false);
  });

  it("by two half signs, not by one", () => {
    const half = aProject({ euroSciVoc: ["/23/47/307"] });
    expect(belongs(half, cluster("media-it"))).toBe(false);
    expect(belongs({ ...half, euroSciVoc: ["/23/47/307", "/23/47/303"] }, cluster("media-it"))).toBe(true);
  });

  it("by a whole word of its title or call topic, not by a part of one", () => {
    expect(belongs(aProject({ title: "Quieter ships" }), cluster("maritime"))).toBe(true);
    expect(belongs(aProject({ topicTitle: "Ports of tomorrow" }), cluster("maritime"))).toBe(true);
    expect(belongs(aProject({ title: "Leadership in citizenship" }), cluster("maritime"))).toBe(false);
  });
});

describe("an organisation belongs to a cluster", () => {
  const others = (count: number) => Array.from({ length: count }, (_, i) => aProject({ id: `x${i}` }));

  it("with one project that does, since that project was signed", () => {
    const firm = aFirm({ projects: [aProject({ signed: "2021-01-01" }), aircraft("2", "2022-05-01")] });
    expect(aviationOf([firm])).toMatchObject([{ pic: "900000001", since: "2022-05-01", projects: 1, of: 2 }]);
  });

  it("where these are a tenth of its projects, not less", () => {
    expect(aviationOf([aFirm({ projects: [aircraft("1"), ...others(9)] })])).toHaveLength(1);
    expect(aviationOf([aFirm({ projects: [aircraft("1"), ...others(10)] })])).toHaveLength(0);
  });

  it("where its legal name says so", () => {
    expect(aviationOf([aFirm({ name: "HAMBURG AVIATION EV", type: "OTH" })])).toMatchObject([
      { role: "partner", projects: 0 },
    ]);
  });

  it("as anchor, core, associate or partner by what it is and how much it does", () => {
    const firms = [
      aFirm({ id: "1", sme: false, projects: [aircraft("1"), aircraft("2"), aircraft("3")] }),
      aFirm({ id: "2", sme: false, projects: [aircraft("1"), aircraft("2")] }),
      aFirm({ id: "3", sme: false, projects: [aircraft("1")] }),
      aFirm({ id: "4", projects: [aircraft("1"), aircraft("2")] }),
      aFirm({ id: "5", type: "HES", projects: [aircraft("1")] }),
      aFirm({ id: "6", type: "PUB", sme: false, projects: [aircraft("1"), aircraft("2")] }),
    ];
    expect(aviationOf(firms).map(({ pic, role }) => `${pic} ${role}`)).toEqual([
      "1 anchor",
      "2 anchor",
      "3 associate",
      "4 core",
      "5 associate",
      "6 partner",
    ]);
  });
});

describe("the eight clusters", () => {
  it("say in both languages that they are a demonstration", () => {
    expect(CLUSTERS).toHaveLength(8);
    for (const { about } of CLUSTERS) {
      expect(about.en).toContain("This cluster is a demonstration");
      expect(about.de).toContain("Dieses Cluster ist eine Vorführung");
    }
  });
});
