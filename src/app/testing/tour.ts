/** What a newcomer looks at, role by role. The tests walk it, and the pictures under docs/ are taken on it. */
export interface Stop {
  /** The local part of a demo login, or nobody. */
  who: string | null;
  path: string;
  name: string;
  /** Pictures for the documentation, not only a look. */
  picture?: boolean;
  /** The test of the tour passes by: others look at this page. */
  aside?: boolean;
}

const ELBWERK = "/clusters/maritime/organisations/elbwerk-schiffstechnik-invented";
const MERGE = "/clusters/aviation/merge?kept=windkanal-elbe-invented&merged=windkanal-elbe-mbh-invented";

const aside = (who: string, stops: readonly (readonly [path: string, name: string])[]): Stop[] =>
  stops.map(([path, name]) => ({ who, path, name, picture: true, aside: true }));

const stops = (
  who: string | null,
  base: string,
  list: readonly (readonly [path: string, name: string, picture?: true])[],
): Stop[] =>
  list.map(([path, name, picture]) => ({ who, path: base + path, name, ...(picture && { picture }) }));

export const TOUR: readonly Stop[] = [
  { who: null, path: "/", name: "region", picture: true },
  { who: null, path: "/clusters", name: "clusters" },
  { who: null, path: "/clusters/maritime", name: "cluster-site", picture: true },
  { who: null, path: "/clusters/maritime/organisations", name: "directory", picture: true },
  { who: null, path: "/clusters/maritime/organisations?view=table", name: "directory-table" },
  { who: null, path: "/clusters/maritime/organisations?view=map", name: "directory-map", picture: true },
  { who: null, path: "/organisations?query=hydrogn", name: "search-with-a-typing-error" },
  { who: null, path: "/organisations?query=xyzzyplugh", name: "search-without-a-hit" },
  { who: null, path: "/clusters/maritime/network", name: "network", picture: true },
  { who: null, path: "/clusters/maritime/network?view=links", name: "network-links" },
  {
    who: null,
    path: "/clusters/maritime/network?with=partners&colour=community",
    name: "network-with-partners",
  },
  { who: null, path: "/organisations/tuhh", name: "organisation-public" },
  { who: null, path: "/projects", name: "projects" },
  { who: null, path: "/sign-in", name: "sign-in" },
  { who: null, path: "/api", name: "api-reference" },
  { who: null, path: "/styleguide", name: "styleguide" },
  { who: null, path: "/accessibility", name: "accessibility" },
  { who: null, path: "/certainly/nothing", name: "nothing" },
  { who: "manager", path: "/today", name: "today-manager", picture: true },
  { who: "manager", path: "/clusters/aviation/audit", name: "log" },
  { who: "manager", path: "/clusters/aviation/team", name: "team" },
  { who: "manager", path: "/clusters/aviation/links", name: "links" },
  { who: "manager", path: "/account", name: "account" },
  { who: "analyst", path: "/today", name: "today-analyst", picture: true },
  { who: "authority", path: "/today", name: "today-authority", picture: true },
  { who: "member", path: "/today", name: "today-member", picture: true },
  {
    who: "member",
    path: "/clusters/maritime/organisations/atlantec-enterprise-solutions",
    name: "organisation",
    picture: true,
  },
  { who: "member", path: "/clusters/maritime/links", name: "links-member" },
  {
    who: "member",
    path: "/clusters/maritime/organisations/atlantec-enterprise-solutions/facts/new",
    name: "fact-form",
  },
  {
    who: "member",
    path: "/clusters/maritime/organisations/atlantec-enterprise-solutions/seats",
    name: "seats",
  },
  {
    who: "rival",
    path: "/clusters/maritime/organisations/atlantec-enterprise-solutions",
    name: "organisation-as-rival",
    picture: true,
  },
  { who: "rival", path: "/today", name: "today-rival", picture: true },
  { who: "scientist", path: "/today", name: "today-scientist", picture: true },
  { who: "customer", path: "/today", name: "today-customer", picture: true },
  { who: "operator", path: "/today", name: "today-operator", picture: true },
  ...stops("manager", "/clusters/aviation/observatory", [
    ["", "observatory", true],
    ["/data", "data"],
    ["/data/de-kreis-occupation", "dataset"],
    ["/imports", "dataset-import"],
    ["/specialisation", "specialisation", true],
    ["/regions/02000", "observatory-region", true],
    ["/activities/714", "observatory-activity"],
    ["/diversification", "diversification", true],
    ["/diversification/252", "diversification-option", true],
    ["/network", "network-health", true],
    ["/network/brokers", "network-brokers"],
    ["/network/robustness", "network-robustness"],
    ["/network/time", "network-over-time", true],
    ["/forecast", "forecast-panel", true],
    ["/forecast/needs", "forecast-needs"],
    ["/cockpit", "cockpit", true],
    ["/statistics", "statistics"],
    ["/reports/2026/draft", "report-draft"],
  ]),
  ...stops(null, "/clusters/aviation/observatory", [
    ["/reports", "reports"],
    ["/reports/2025", "annual-report", true],
    ["/reports/2025/versions", "report-versions"],
  ]),
  ...stops("manager", "/clusters/aviation/potential", [
    ["", "potential"],
    ["/innovation-potential", "potential-index", true],
    ["/innovation-potential/ask", "potential-ask"],
    ["/platforms", "platforms", true],
    ["/stage", "stage", true],
  ]),
  ...stops("scientist", "/clusters/aviation/potential", [["", "potential-member"]]),
  ...stops("authority", "/clusters/logistics/observatory", [
    ["", "observatory-authority"],
    ["/statistics", "statistics-authority"],
  ]),
  // What came with the registry: pictures alone, for the journeys and each part's own tests walk these pages.
  ...aside("manager", [
    ["/clusters/aviation/imports", "import"],
    ["/clusters/aviation/members", "members"],
    ["/clusters/aviation/votes", "votes"],
    ["/clusters/aviation/members/years", "years"],
    ["/clusters/aviation/applications", "applications"],
    ["/clusters/aviation/profiles", "profiles"],
    ["/clusters/aviation/duplicates", "duplicates"],
    [MERGE, "merge"],
    ["/clusters/aviation/invitations", "invitations"],
    ["/notices", "notices"],
    ["/account/security", "security"],
    ["/clusters/aviation/export", "export"],
    ["/clusters/aviation/webhooks", "webhooks"],
  ]),
  ...aside("owner", [
    [ELBWERK, "profile"],
    [`${ELBWERK}/profile`, "profile-kept"],
    [`${ELBWERK}?as=organisation.napa-software-germany`, "profile-as-rival"],
    ["/account/data", "my-data"],
  ]),
  ...aside("operator", [
    ["/installation", "installation"],
    ["/installation/people", "installation-people"],
  ]),
];
