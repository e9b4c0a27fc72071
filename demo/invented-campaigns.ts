const firm = (slug: string) => `${slug}-invented`;

type Both = readonly [en: string, de: string];

export interface InventedCampaign {
  title: Both;
  intro: Both;
  questions: readonly {
    key: string;
    kind: "text" | "yes-no" | "choice";
    en: string;
    de: string;
    choices: readonly string[];
  }[];
  /** In days before the day of filling; what lies ahead is negative. */
  opened: number;
  due: number;
  state: "open" | "closed";
  asked: readonly string[];
  answers: readonly { at: string; ago: number; said: Readonly<Record<string, string>>; need?: string }[];
}

/** What the maritime team asked; of all members, the invented ones alone are told to have been asked. */
export const CAMPAIGNS: readonly InventedCampaign[] = [
  {
    title: [
      "What are you looking for this season? (invented)",
      "Was suchen Sie in dieser Saison? (erfunden)",
    ],
    intro: [
      "Three questions, two minutes. What you look for becomes a need that you can change at any time.",
      "Drei Fragen, zwei Minuten. Was Sie suchen, wird ein Bedarf, den Sie jederzeit ändern können.",
    ],
    questions: [
      {
        ...{ key: "q1", kind: "choice", choices: ["Methanol", "Ammonia", "Batteries", "Diesel"] },
        en: "What will your next ship or your next customer run on?",
        de: "Womit fährt Ihr nächstes Schiff oder Ihr nächster Kunde?",
      },
      {
        ...{ key: "q2", kind: "yes-no", choices: [] },
        en: "Would you share a test stand?",
        de: "Würden Sie einen Prüfstand teilen?",
      },
      {
        ...{ key: "q3", kind: "text", choices: [] },
        en: "What should the cluster do more of?",
        de: "Wovon sollte der Cluster mehr tun?",
      },
    ],
    ...{ opened: 9, due: -12, state: "open" },
    asked: [firm("elbwerk-schiffstechnik"), firm("foerde-sensorik"), firm("deichtor-hydraulik")],
    answers: [
      {
        ...{ at: firm("elbwerk-schiffstechnik"), ago: 7 },
        said: { q1: "Methanol", q2: "yes", q3: "Visits to one another's halls." },
      },
      {
        ...{
          at: firm("deichtor-hydraulik"),
          ago: 4,
          need: "Test bench for hydraulic cylinders in salt water",
        },
        said: { q1: "Ammonia", q2: "yes" },
      },
    ],
  },
  {
    title: ["Skilled people: what is missing? (invented)", "Fachkräfte: was fehlt? (erfunden)"],
    intro: ["One question before the summer meeting.", "Eine Frage vor dem Sommertreffen."],
    questions: [
      {
        ...{
          key: "q1",
          kind: "choice",
          choices: ["Welders", "Electricians", "Software developers", "Nobody"],
        },
        en: "Whom do you miss most?",
        de: "Wer fehlt Ihnen am meisten?",
      },
    ],
    ...{ opened: 160, due: 139, state: "closed" },
    asked: [
      firm("elbwerk-schiffstechnik"),
      firm("deichtor-hydraulik"),
      firm("nordlicht-bootsbau"),
      firm("lotsenkai-software"),
    ],
    answers: [
      { at: firm("elbwerk-schiffstechnik"), ago: 158, said: { q1: "Welders" } },
      { at: firm("deichtor-hydraulik"), ago: 151, said: { q1: "Electricians" } },
      { at: firm("nordlicht-bootsbau"), ago: 140, said: { q1: "Electricians" } },
    ],
  },
];
