import type { Context } from "../../access/context.ts";
import type { Desk } from "../../access/route.ts";
import { type Result, refuse } from "../../kernel/result.ts";
import { bufferOf, type Manifest, zipOf } from "./archive.ts";
import { clusterParts } from "./cluster.ts";
import { type Erased, type EraseProblem, erasePerson } from "./erase.ts";
import type { Part } from "./gather.ts";
import { memberParts } from "./member.ts";
import { personParts } from "./person.ts";

export interface Taken {
  name: string;
  bytes: Buffer;
}

type About = Pick<Manifest, "scope" | "of" | "name" | "extent">;

async function taken(
  ctx: Context,
  { desk, publicUrl }: { desk: Desk; publicUrl: string },
  about: About,
  parts: readonly Part[],
): Promise<Taken> {
  const createdAt = ctx.now().toISOString();
  const { zip, manifest } = zipOf({ ...about, kontor: desk.version, address: publicUrl, createdAt }, parts);
  const bytes = await bufferOf(zip);
  await ctx.write(async ({ audit }) =>
    audit({
      action: `${about.scope === "member" ? "organisation" : about.scope}.export`,
      subjectKind: about.scope === "member" ? "organisation" : about.scope,
      subjectId:
        about.scope === "cluster"
          ? ctx.cluster!.id
          : about.scope === "member"
            ? ctx.actor.organisationId
            : ctx.actor.personId,
      after: { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) },
    }),
  );
  return { name: `kontor-${about.of}-${createdAt.slice(0, 10)}.zip`, bytes };
}

type Door = { desk: Desk; publicUrl: string };

/** The cluster as its manager sees it. */
export async function takeCluster(ctx: Context, door: Door): Promise<Taken> {
  const cluster = ctx.cluster!;
  const parts = await ctx.read((db) => clusterParts(db, cluster.id, ctx.actor));
  return taken(
    ctx,
    door,
    { scope: "cluster", of: cluster.slug, name: cluster.nameEn, extent: "what its maker may see" },
    parts,
  );
}

export async function takeOrganisation(
  ctx: Context,
  door: Door,
  organisation: { id: string; slug: string; name: string },
): Promise<Taken> {
  const parts = await ctx.read((db) => memberParts(db, ctx.actor, organisation.id));
  return taken(
    ctx,
    door,
    { scope: "member", of: organisation.slug, name: organisation.name, extent: "what its maker may see" },
    parts,
  );
}

/** Past the walls of others, because it is about nobody else: what names the person, and of others' rows only which. */
export async function takeMine(ctx: Context, door: Door): Promise<Taken> {
  const { personId, email, name } = ctx.identity!;
  const parts = await ctx.system("a person's own data", ({ db }) => personParts(db, personId, email));
  const account = await accountPart(door.desk, personId);
  return taken(ctx, door, { scope: "person", of: "my-data", name, extent: "everything" }, [
    ...parts,
    account,
  ]);
}

/** How the person signs in, from where, and with what; never what opens it. */
async function accountPart({ accounts }: Desk, personId: string): Promise<Part> {
  const rows = [
    ...(await accounts.sessions(personId)).map((session) => ({ kind: "session", ...session })),
    { kind: "security", ...(await accounts.security(personId)) },
  ];
  return {
    table: "account",
    columns: [],
    rows: rows.length,
    sha256: "",
    lines: rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    schema: { $schema: "https://json-schema.org/draft/2020-12/schema", title: "account", type: "object" },
    files: [],
  };
}

/** Forgets the one who asks. */
export async function eraseMe(
  ctx: Context,
  typed: string,
): Promise<Result<Erased, EraseProblem | "erase.other-address">> {
  const { personId, email } = ctx.identity!;
  if (typed.trim().toLowerCase() !== email.toLowerCase()) return refuse("erase.other-address");
  return ctx.system("a person asked to be forgotten", (unit) => erasePerson(unit, personId, ctx.today()));
}
