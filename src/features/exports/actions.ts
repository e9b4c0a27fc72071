import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Context } from "../../access/context.ts";
import type { Desk } from "../../access/route.ts";
import { type Result, refuse } from "../../kernel/result.ts";
import { type Manifest, writeZip } from "./archive.ts";
import { clusterParts } from "./cluster.ts";
import { type Erased, type EraseProblem, erasePerson } from "./erase.ts";
import type { Part } from "./gather.ts";
import { memberParts } from "./member.ts";
import { personParts } from "./person.ts";

export interface Taken {
  name: string;
  zip: Readable;
}

type Door = { desk: Desk; publicUrl: string };
type About = Pick<Manifest, "scope" | "of" | "name" | "extent">;

/** Through a file: what is read in one moment may be taken away as slowly as the line is. */
async function taken(
  ctx: Context,
  { desk, publicUrl }: Door,
  about: About,
  reading: (write: (parts: readonly Part[]) => Promise<Manifest>) => Promise<Manifest>,
): Promise<Taken> {
  const createdAt = ctx.now().toISOString();
  const folder = await mkdtemp(join(tmpdir(), "kontor-export-"));
  try {
    const path = join(folder, "export.zip");
    const { tables } = await reading((parts) =>
      writeZip({ ...about, kontor: desk.version, address: publicUrl, createdAt }, parts, path),
    );
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
        after: { rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
      }),
    );
    const zip = (await open(path)).createReadStream();
    return { name: `kontor-${about.of}-${createdAt.slice(0, 10)}.zip`, zip };
  } finally {
    // What is open can still be read, and is gone once it is closed.
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cluster as its manager sees it. */
export function takeCluster(ctx: Context, door: Door): Promise<Taken> {
  const cluster = ctx.cluster!;
  return taken(
    ctx,
    door,
    { scope: "cluster", of: cluster.slug, name: cluster.nameEn, extent: "what its maker may see" },
    (write) => ctx.read(async (db) => write(await clusterParts(db, cluster.id, ctx.actor))),
  );
}

export function takeOrganisation(
  ctx: Context,
  door: Door,
  organisation: { id: string; slug: string; name: string },
): Promise<Taken> {
  return taken(
    ctx,
    door,
    { scope: "member", of: organisation.slug, name: organisation.name, extent: "what its maker may see" },
    (write) => ctx.read(async (db) => write(await memberParts(db, ctx.actor, organisation.id))),
  );
}

/** Past the walls of others, because it is about nobody else: what names the person, and of others' rows only which. */
export async function takeMine(ctx: Context, door: Door): Promise<Taken> {
  const { personId, email, name } = ctx.identity!;
  const account = await accountPart(door.desk, personId);
  return taken(ctx, door, { scope: "person", of: "my-data", name, extent: "everything" }, (write) =>
    ctx.system("a person's own data", async ({ db }) =>
      write([...(await personParts(db, personId, email)), account]),
    ),
  );
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
    schema: { $schema: "https://json-schema.org/draft/2020-12/schema", title: "account", type: "object" },
    async *lines() {
      yield rows.map((row) => JSON.stringify(row));
    },
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
