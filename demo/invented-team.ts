type Both = readonly [en: string, de: string];

/** What teams keep for themselves, about invented organisations alone. */
export const LABELS = [
  { name: "Board", tone: "good" },
  { name: "Speaks in autumn", tone: "plain" },
  { name: "Wants partners", tone: "wait" },
  { name: "No letters", tone: "stop" },
] as const;

export const OWN_FIELDS = [
  { key: "looked-after-by", name: ["Looked after by", "Betreut von"], kind: "text", choices: [] },
  { key: "apprentices", name: ["Apprentices", "Auszubildende"], kind: "number", choices: [] },
  {
    key: "interest-in-fairs",
    name: ["Interest in fairs", "Interesse an Messen"],
    kind: "choice",
    choices: ["none", "as a visitor", "on the joint stand"],
  },
  { key: "last-visit", name: ["Last visit", "Letzter Besuch"], kind: "date", choices: [] },
] as const satisfies readonly { key: string; name: Both; kind: string; choices: readonly string[] }[];

export interface TeamOn {
  cluster: string;
  at: string;
  labels: readonly (typeof LABELS)[number]["name"][];
  /** In the order of the fields; the last one in days ago. */
  values: readonly [string | null, number | null, string | null, number | null];
  notes: readonly { text: string; daysAgo: number }[];
}

export const TEAM_ON: readonly TeamOn[] = [
  {
    cluster: "maritime",
    at: "elbwerk-schiffstechnik-invented",
    labels: ["Board", "Speaks in autumn"],
    values: ["Malte", 9, "on the joint stand", 32],
    notes: [
      {
        text: "Showed us the test tank. Would open it to two other members a month if somebody keeps the calendar.",
        daysAgo: 32,
      },
      { text: "Asked whom to talk to about ferries; named the alliance of the islands.", daysAgo: 6 },
    ],
  },
  {
    cluster: "maritime",
    at: "verband-kuestentechnik-invented",
    labels: ["Board"],
    values: ["Femke", null, "as a visitor", 75],
    notes: [
      {
        text: "A fourth firm wants to join them; would be an indirect member from the day both confirm.",
        daysAgo: 75,
      },
    ],
  },
  {
    cluster: "maritime",
    at: "deichtor-hydraulik-invented",
    labels: ["Wants partners"],
    values: ["Malte", 3, "on the joint stand", 120],
    notes: [
      { text: "Pays for itself although the association would bring it in: wants the vote.", daysAgo: 120 },
    ],
  },
  {
    cluster: "maritime",
    at: "lotsenkai-software-invented",
    labels: ["No letters"],
    values: ["Femke", 0, "none", 640],
    notes: [{ text: "Nobody answers the telephone. Try the founder before the renewal.", daysAgo: 20 }],
  },
  {
    cluster: "maritime",
    at: "nordlicht-bootsbau-invented",
    labels: ["Wants partners"],
    values: [null, 2, "as a visitor", null],
    notes: [],
  },
  {
    cluster: "aviation",
    at: "kabinenwerft-nord-invented",
    labels: ["Board", "Speaks in autumn"],
    values: ["Merle", 14, "on the joint stand", 18],
    notes: [{ text: "Will talk about certification in autumn. Needs a projector with sound.", daysAgo: 18 }],
  },
  {
    cluster: "aviation",
    at: "verband-leichtbau-nord-invented",
    labels: ["Board"],
    values: ["Merle", null, "as a visitor", 60],
    notes: [],
  },
  {
    cluster: "aviation",
    at: "flugfeld-analytik-invented",
    labels: ["No letters"],
    values: ["Merle", 0, "none", 400],
    notes: [{ text: "Renewal is overdue; the last letter came back.", daysAgo: 9 }],
  },
  {
    cluster: "aviation",
    at: "windkanal-elbe-invented",
    labels: ["Wants partners"],
    values: [null, 1, "as a visitor", 150],
    notes: [],
  },
];

/** Two a manager: one of people who could meet, one of what is new. */
export const SEARCHES = [
  {
    email: "manager.maritime@example.org",
    cluster: "maritime",
    kind: "organisations",
    name: "Firmen mit Hydraulik",
    query: "query=hydraulic",
    alert: "weekly",
  },
  {
    email: "manager.maritime@example.org",
    cluster: "maritime",
    kind: "projects",
    name: "Projekte zu leisen Schiffen",
    query: "query=underwater+noise",
    alert: "daily",
  },
  {
    email: "manager@example.org",
    cluster: "aviation",
    kind: "organisations",
    name: "Firms that build light",
    query: "query=composites",
    alert: "weekly",
  },
  {
    email: "manager@example.org",
    cluster: "aviation",
    kind: "projects",
    name: "Projects on drones",
    query: "query=drones",
    alert: "daily",
  },
] as const;
