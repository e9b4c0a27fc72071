import { sql } from "kysely";
import type { SystemUnit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { fillDataset } from "./dataset-records.ts";
import { fillEvent } from "./event-records.ts";
import type { OrganisationName, PersonaName } from "./people.ts";
import { fillPotential } from "./potential-records.ts";
import { fillReport } from "./report-records.ts";
import { fillStatistic } from "./statistic-records.ts";

/** Words that stand in one record each, so that a leak anywhere shows by its word. */
export const SECRETS = {
  public: "quellwort",
  peers: "nachbarwort",
  cluster: "clusterwort",
  organisation: "hauswort",
  private: "einzelwort",
  walled: "mauerwort",
  walledLink: "mauerband",
  hiddenMember: "VERBORGEN",
  note: "notizwort",
  label: "etikettwort",
  ownField: "feldwort",
  beta: "fernwort",
} as const;

interface Ids {
  cluster: Record<"alpha" | "beta", string>;
  organisation: Record<OrganisationName, string>;
  person: Record<PersonaName, string>;
}

/** Facts of one firm at every level, links of every kind between two, projects they share. */
export async function fillRecords(
  { db }: SystemUnit,
  { cluster, organisation, person }: Ids,
): Promise<Record<string, string>> {
  const id = {
    factPublic: uuidv7(),
    factPeers: uuidv7(),
    factCluster: uuidv7(),
    factOrganisation: uuidv7(),
    factPrivate: uuidv7(),
    factWalled: uuidv7(),
    factBeta: uuidv7(),
    linkSupplies: uuidv7(),
    linkWalled: uuidv7(),
    linkDeclared: uuidv7(),
    linkDerived: uuidv7(),
    projectOne: uuidv7(),
    projectTwo: uuidv7(),
    letter: uuidv7(),
    importRun: uuidv7(),
    dataset: uuidv7(),
    datasetImport: uuidv7(),
    statistic: uuidv7(),
    report: uuidv7(),
    reportSection: uuidv7(),
    reportStory: uuidv7(),
    webhook: uuidv7(),
    note: uuidv7(),
    label: uuidv7(),
    ownField: uuidv7(),
    campaign: uuidv7(),
    needOpen: crypto.randomUUID(),
    introduction: uuidv7(),
    talk: uuidv7(),
    talkSlot: uuidv7(),
    outcome: uuidv7(),
    needFile: uuidv7(),
    release: uuidv7(),
    offerOpen: uuidv7(),
    offerFile: uuidv7(),
    cockpitEntry: uuidv7(),
    cockpitDocument: uuidv7(),
  };
  const fact = (
    name: keyof typeof id,
    field: string,
    value: string,
    visibility: string,
    wall: string[] = [],
  ) => ({
    clusterId: cluster.alpha,
    id: id[name],
    organisationId: organisation.anker,
    field,
    value,
    visibility,
    wall,
    origin: "declared",
    declaredBy: person.owner,
    personId: visibility === "private" ? person.owner : null,
  });
  await db
    .insertInto("fact")
    .values([
      fact("factPublic", "description", `Ships and ${SECRETS.public}`, "public"),
      fact("factPeers", "interests", `Ports and ${SECRETS.peers}`, "peers"),
      fact("factCluster", "contact", `Ask for ${SECRETS.cluster}`, "cluster"),
      fact("factOrganisation", "turnover", `Only ${SECRETS.organisation}`, "organisation"),
      fact("factPrivate", "interests", `Just ${SECRETS.private}`, "private"),
      fact("factWalled", "capacity", `Free ${SECRETS.walled}`, "cluster", [organisation.rivale]),
      {
        ...fact("factBeta", "contact", `Ask beta for ${SECRETS.beta}`, "cluster"),
        clusterId: cluster.beta,
        organisationId: organisation.fern,
        declaredBy: person.elsewhere,
      },
    ])
    .execute();

  await db
    .insertInto("logo")
    .values({
      organisationId: organisation.anker,
      type: "image/webp",
      bytes: Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64"),
      width: 1,
      height: 1,
      hash: "onepixel",
    })
    .execute();

  await db
    .insertInto("competence")
    .values([
      { code: "/23", parent: null, titleEn: "engineering and technology", depth: 1 },
      { code: "/23/51", parent: "/23", titleEn: "mechanical engineering", depth: 2 },
      { code: "/23/51/357", parent: "/23/51", titleEn: "naval architecture", depth: 3 },
      { code: "/27", parent: null, titleEn: "agricultural sciences", depth: 1 },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const project = (
    name: "projectOne" | "projectTwo",
    key: string,
    title: string,
    competences: string[],
    signed: string,
  ) => ({
    id: id[name],
    slug: `${key.toLowerCase()}-${name === "projectOne" ? 1 : 2}`,
    acronym: key,
    title,
    objective: `${title} in the north.`,
    starts: signed,
    ends: "2027-12-31",
    signed,
    competences,
    source: "cordis",
    sourceKey: name === "projectOne" ? "1" : "2",
  });
  await db
    .insertInto("project")
    .values([
      project("projectOne", "HULL", "Lighter hulls for inland ships", ["/23/51/357"], "2021-05-01"),
      project("projectTwo", "SOIL", "Soil and harbour mud", ["/27"], "2022-05-01"),
    ])
    .execute();
  const partner = (projectId: string, name: OrganisationName, position: number) => ({
    projectId,
    organisationId: organisation[name],
    role: position === 0 ? "coordinator" : "participant",
    position,
    contributionCents: 10_000_000,
  });
  await db
    .insertInto("participation")
    .values([
      partner(id.projectOne, "uni", 0),
      partner(id.projectOne, "anker", 1),
      partner(id.projectOne, "kunde", 2),
      partner(id.projectTwo, "uni", 0),
      partner(id.projectTwo, "fern", 1),
    ])
    .execute();
  const carries = (name: OrganisationName, code: string, projects: number, direct: boolean) => ({
    organisationId: organisation[name],
    code,
    projects,
    latest: "2022-05-01",
    direct,
  });
  await db
    .insertInto("organisationCompetence")
    .values([
      ...(["uni", "anker", "kunde"] as const).flatMap((name) => [
        carries(name, "/23/51/357", 1, true),
        carries(name, "/23/51", 1, false),
        carries(name, "/23", 1, false),
      ]),
      carries("uni", "/27", 1, true),
      carries("fern", "/27", 1, true),
    ])
    .execute();

  const [low, high] = [organisation.anker, organisation.uni].sort() as [string, string];
  const link = {
    clusterId: cluster.alpha,
    strength: 1,
    visibility: "cluster",
    origin: "confirmed",
    declaredFor: organisation.anker,
    declaredBy: person.owner,
  };
  await db
    .insertInto("link")
    .values([
      {
        id: id.linkDerived,
        type: "formal",
        nature: "joint-project",
        issue: "technology",
        fromOrganisationId: low,
        toOrganisationId: high,
        since: "2021-05-01",
        until: "2027-12-31",
        strength: 0.5,
        origin: "derived",
        evidenceKind: "project",
        evidence: [id.projectOne],
        visibility: "public",
      },
    ])
    .execute();
  await db
    .insertInto("link")
    .values([
      {
        ...link,
        id: id.linkSupplies,
        type: "production",
        nature: "supplies",
        fromOrganisationId: organisation.anker,
        toOrganisationId: organisation.uni,
        since: "2018-01-01",
        digitalLevel: "portal",
      },
      {
        ...link,
        id: id.linkWalled,
        type: "formal",
        nature: "licences",
        fromOrganisationId: organisation.anker,
        toOrganisationId: organisation.gruendung,
        since: "2022-01-01",
        note: `About ${SECRETS.walledLink}`,
        wall: [organisation.rivale],
      },
      {
        ...link,
        id: id.linkDeclared,
        origin: "declared",
        type: "informal",
        nature: "shares-staff",
        fromOrganisationId: organisation.anker,
        toOrganisationId: organisation.rivale,
        since: "2023-01-01",
      },
    ])
    .execute();
  const kept = { clusterId: cluster.alpha, organisationId: organisation.anker };
  await db
    .insertInto("note")
    .values({ ...kept, id: id.note, text: `Call them: ${SECRETS.note}`, writtenBy: person.facilitator })
    .execute();
  await db
    .insertInto("label")
    .values({ clusterId: cluster.alpha, id: id.label, name: SECRETS.label, tone: "wait" })
    .execute();
  await db
    .insertInto("organisationLabel")
    .values({ ...kept, labelId: id.label })
    .execute();
  await db
    .insertInto("ownField")
    .values({
      clusterId: cluster.alpha,
      id: id.ownField,
      key: "visit",
      nameEn: "Visit",
      nameDe: "Besuch",
      kind: "text",
    })
    .execute();
  await db
    .insertInto("ownValue")
    .values({ ...kept, fieldId: id.ownField, textValue: SECRETS.ownField })
    .execute();
  const said = {
    ...kept,
    intent: "joint-project",
    state: "open",
    personId: person.owner,
    openedAt: new Date(),
  };
  await db
    .insertInto("need")
    .values({
      ...said,
      id: id.needOpen,
      kind: "partner",
      title: "Partner for lighter hulls",
      text: "Welding of thin sheets for inland ships.",
      competences: ["naval architecture"],
      codes: ["/23/51/357"],
      step: "named",
    })
    .execute();
  await db
    .insertInto("offer")
    .values({
      ...said,
      id: id.offerOpen,
      kind: "test-facility",
      title: "Towing tank",
      text: "Free on Fridays.",
    })
    .execute();
  const sheet = {
    clusterId: cluster.alpha,
    name: "sheet.txt",
    type: "text/plain",
    bytes: Buffer.from("A sheet."),
  };
  await db
    .insertInto("needFile")
    .values({ ...sheet, id: id.needFile, needId: id.needOpen, fromStep: "named" })
    .execute();
  await db
    .insertInto("needRelease")
    .values({
      clusterId: cluster.alpha,
      id: id.release,
      needId: id.needOpen,
      organisationId: organisation.gruendung,
      step: "full",
      state: "asked",
      message: "We weld.",
      askedAt: new Date("2026-01-01T08:00:00Z"),
      expiresAt: new Date("2099-12-31T08:00:00Z"),
    })
    .execute();
  const introduced = { clusterId: cluster.alpha, introductionId: id.introduction };
  const asked = new Date("2026-01-02T08:00:00Z");
  await db
    .insertInto("introduction")
    .values({
      clusterId: cluster.alpha,
      id: id.introduction,
      state: "met",
      origin: "member",
      via: "direct",
      mediated: true,
      message: "Shall we talk about hulls?",
      kind: "partner",
      createdAt: asked,
      turnAt: asked,
      movedAt: asked,
      askedAt: asked,
      answeredAt: asked,
      toldAt: asked,
      metAt: asked,
    })
    .execute();
  await db
    .insertInto("introductionSide")
    .values(
      (["from", "to"] as const).map((side) => ({
        ...introduced,
        side,
        organisationId: side === "from" ? organisation.anker : organisation.uni,
        atClusterId: cluster.alpha,
        personId: side === "from" ? person.owner : person.professor,
        needId: id.needOpen,
        shown: true,
        agreedAt: asked,
      })),
    )
    .execute();
  await db
    .insertInto("talk")
    .values({
      ...introduced,
      id: id.talk,
      by: "from",
      fromPersonId: person.owner,
      toPersonId: person.professor,
      state: "held",
      how: "video",
      proposedAt: asked,
      expiresAt: asked,
      agreedSlotId: id.talkSlot,
    })
    .execute();
  await db
    .insertInto("talkSlot")
    .values({
      ...introduced,
      id: id.talkSlot,
      talkId: id.talk,
      startsAt: asked,
      endsAt: new Date("2026-01-02T09:00:00Z"),
      state: "agreed",
    })
    .execute();
  await db
    .insertInto("outcome")
    .values({ ...introduced, id: id.outcome, kind: "talks", state: "stated", by: "to", statedAt: asked })
    .execute();
  await db
    .insertInto("offerFile")
    .values({ ...sheet, id: id.offerFile, offerId: id.offerOpen })
    .execute();
  await db
    .insertInto("mail")
    .values({ id: id.letter, toAddress: "owner@example.org", subject: "Hello", body: "A letter." })
    .execute();
  // Paused: what the tests do here goes nowhere.
  await db
    .insertInto("webhook")
    .values({
      clusterId: cluster.alpha,
      id: id.webhook,
      personId: person.manager,
      actingAs: "",
      name: "Receiver",
      url: "https://receiver.example/hook",
      kinds: ["*"],
      secret: "whsec_c2VjcmV0",
      state: "paused",
    })
    .execute();
  await db
    .insertInto("importRun")
    .values({
      clusterId: cluster.alpha,
      id: id.importRun,
      personId: person.manager,
      acting: "",
      fileName: "members.csv",
      sha256: "0".repeat(64),
      bytes: 0,
      format: "csv",
      state: "read",
      reading: JSON.stringify({ format: "csv", encoding: "utf-8", separator: ",", sheets: [] }),
      mapping: JSON.stringify([]),
      options: JSON.stringify({}),
    })
    .execute();
  await fillDataset(db, cluster.alpha, id, SECRETS.cluster);
  await fillStatistic(db, cluster.alpha, id.statistic);
  await fillReport(db, cluster.alpha, id);
  await db
    .insertInto("campaign")
    .values({
      clusterId: cluster.alpha,
      id: id.campaign,
      titleEn: "What do you look for?",
      titleDe: "Was suchen Sie?",
      due: "2099-12-31",
      questions: JSON.stringify([{ key: "q1", kind: "text", en: "Plans?", de: "Vorhaben?", choices: [] }]),
      createdBy: person.facilitator,
    })
    .execute();
  await db
    .insertInto("cockpitEntry")
    .values({
      clusterId: cluster.alpha,
      id: id.cockpitEntry,
      indicator: "staff-fte",
      value: 2,
      saidOn: "2026-01-31",
      note: "Two people.",
      fileName: "staff.txt",
      fileType: "text/plain",
      fileBytes: Buffer.from("Two contracts."),
      enteredBy: person.manager,
      enteredAt: asked,
    })
    .execute();
  await db
    .insertInto("cockpitDocument")
    .values({
      ...{ clusterId: cluster.alpha, id: id.cockpitDocument, setSlug: "admission", version: 1, locale: "en" },
      ...{
        state: "done",
        askedBy: person.manager,
        askedAt: asked,
        madeAt: asked,
        pages: 1,
        checksum: "0".repeat(64),
      },
      bytes: Buffer.from("%PDF-1.7"),
    })
    .execute();
  // Search knows of organisations what the registry would have told it.
  await sql`select index_organisations(array(select id from organisation))`.execute(db);
  await sql`select index_projects(array(select id from project))`.execute(db);
  const words = { walled: SECRETS.walled, own: SECRETS.organisation };
  const event = await fillEvent({ db }, { cluster, organisation, person }, words);
  const potential = await fillPotential(db, { cluster, organisation }, SECRETS.organisation);
  return { ...id, ...event, ...potential };
}
