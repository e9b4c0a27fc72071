import SCIMMY from "scimmy";
import { z } from "zod";
import { SEAT_ROLES } from "../../kernel/actor.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Change, NewUser } from "./actions.ts";
import { GroupResource, SEAT, UserResource } from "./definitions.ts";
import type { groupSource, userSource } from "./resource.ts";

type UserSource = ReturnType<typeof userSource>;
type GroupSource = ReturnType<typeof groupSource>;

type ScimType = "invalidValue" | "invalidPath" | "invalidSyntax" | "mutability";
const refuse = (type: ScimType, detail: string) => new SCIMMY.Types.Error(400, type, detail);

const Body = z.record(z.string(), z.unknown());
const bodyOf = (sent: unknown): Record<string, unknown> => {
  const body = Body.safeParse(sent);
  if (!body.success) throw refuse("invalidSyntax", "A JSON object is needed.");
  return body.data;
};

/** Entra ID sends truth values as words. */
const asTruth = (value: unknown) => {
  const word = typeof value === "string" ? value.toLowerCase() : value;
  return word === "true" ? true : word === "false" ? false : value;
};
const isActive = (name: string) => name.toLowerCase() === "active";
const withTruth = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isActive(name) ? asTruth(value) : value]),
  );

/** The library tells of a wrong value by a plain TypeError. */
function read<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError) throw refuse("invalidValue", error.message);
    throw error;
  }
}

const Address = z.string().trim().toLowerCase().max(254).pipe(z.email());
const Name = z.string().trim().max(200);
const ExternalId = z.string().trim().min(1).max(200);
const Role = z.enum(SEAT_ROLES);

function checked<Z extends z.ZodType>(schema: Z, value: unknown, attribute: string): z.output<Z> {
  const result = schema.safeParse(value);
  if (!result.success) throw refuse("invalidValue", `${attribute} does not have the form it should have.`);
  return result.data;
}

const userOf = (sent: unknown) => read(() => new UserResource(withTruth(bodyOf(sent)), "in"));

/** Somebody new, from the text of a POST. */
export function readNewUser(sent: unknown): NewUser {
  const user = userOf(sent);
  const email = Address.safeParse(user.userName);
  if (!email.success)
    throw refuse("invalidValue", "userName must be the address at which the person gets mail.");
  if (user.active === false)
    throw refuse("invalidValue", "A user is somebody with a seat: one that is not active cannot be made.");
  const { formatted, givenName, familyName } = user.name ?? {};
  const parts = [givenName, familyName].filter(Boolean).join(" ");
  return {
    email: email.data,
    name: checked(Name, user.displayName || formatted || parts, "displayName") || null,
    title: checked(Name, user.title ?? "", "title") || null,
    role: checked(Role, user[SEAT]?.role ?? "reader", `${SEAT}:role`),
    externalId: user.externalId ? checked(ExternalId, user.externalId, "externalId") : null,
    locale: localeOf(user.preferredLanguage),
  };
}

const localeOf = (language: string | undefined): Locale =>
  language?.toLowerCase().startsWith("de") ? "de" : "en";

/** What a PUT changes: only what it says; what it leaves out stays. */
export function readUser(sent: unknown, source: UserSource): Change {
  const { title, externalId, ...change } = changeOf(userOf(sent), source);
  return { ...change, ...(title ? { title } : {}), ...(externalId ? { externalId } : {}) };
}

/** What a PATCH changes, by the library's own hand on a copy. */
export async function readUserPatch(sent: unknown, source: UserSource): Promise<Change> {
  const before = new UserResource(source);
  const operations = operationsOf(sent).flatMap((operation) => tidied(operation));
  if (operations.length === 0) return {};
  const { active, ...change } = changeOf(await patched(sent, operations, before), source);
  // Whoever is invited is not active: only where a directory says so it wants the invitation withdrawn.
  const named = operations.flatMap(({ path, value }) => path ?? Object.keys(value as object));
  return { ...change, ...(named.some(isActive) ? { active } : {}) };
}

function changeOf(user: UserResource, source: UserSource): Change {
  if (user.userName.trim().toLowerCase() !== source.userName)
    throw refuse("mutability", "userName is the person's own address: only they can change it.");
  const role = user[SEAT]?.role;
  return {
    ...(user.active === undefined ? {} : { active: user.active }),
    ...(role === undefined ? {} : { role: checked(Role, role, `${SEAT}:role`) }),
    title: checked(Name, user.title ?? "", "title") || null,
    externalId: user.externalId ? checked(ExternalId, user.externalId, "externalId") : null,
  };
}

interface Operation {
  op: string;
  path?: string;
  value?: unknown;
}

const Patch = z.object({
  Operations: z
    .array(z.object({ op: z.string(), path: z.string().max(300).optional(), value: z.unknown().optional() }))
    .min(1)
    .max(1000),
});

function operationsOf(sent: unknown): Operation[] {
  const patch = Patch.safeParse(sent);
  if (!patch.success) throw refuse("invalidSyntax", "A PatchOp with Operations is needed.");
  for (const { path } of patch.data.Operations)
    if (path && /[\\\n\r()]/.test(path)) throw refuse("invalidPath", "This path cannot be read.");
  return patch.data.Operations as Operation[];
}

async function patched<S extends UserResource | GroupResource>(
  sent: unknown,
  operations: readonly Operation[],
  before: S,
): Promise<S> {
  const { schemas } = bodyOf(sent);
  try {
    const message = new SCIMMY.Messages.PatchOp({
      schemas: (Array.isArray(schemas) ? schemas : []) as never,
      Operations: operations as never,
    });
    return ((await message.apply(before)) as S | undefined) ?? before;
  } catch (error) {
    if (error instanceof TypeError) throw refuse("invalidValue", error.message);
    throw error;
  }
}

/** Attributes that make a difference here. The others a directory may send as well: nothing becomes of them, and it need not know. */
const KEPT = ["active", "username", "title", "externalid", SEAT.toLowerCase()];
const OWN = ["id", "meta", "schemas", "groups"];

const firstOf = (path: string) => {
  const name = path.toLowerCase();
  return name.startsWith(SEAT.toLowerCase()) ? SEAT.toLowerCase() : name.split(/[.[\s]/)[0]!;
};

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:User:/i;

function tidied(operation: Operation): Operation[] {
  const { op, value } = operation;
  const path = operation.path?.replace(CORE, "");
  if (path === undefined) {
    if (op.toLowerCase() === "remove") return [operation];
    const values = Object.entries(bodyOf(value)).filter(([name]) => KEPT.includes(known(name)));
    return values.length === 0 ? [] : [{ op, value: withTruth(Object.fromEntries(values)) }];
  }
  const name = known(path);
  if (OWN.includes(name)) throw refuse("mutability", `${path} cannot be changed.`);
  if (!KEPT.includes(name)) return [];
  return [
    { op, path, ...(value === undefined ? {} : { value: name === "active" ? asTruth(value) : value }) },
  ];
}

/** The attribute a path begins with; one that no schema has is a mistake of the directory. */
function known(path: string): string {
  const name = firstOf(path);
  if (KEPT.includes(name) || OWN.includes(name)) return name;
  const { User, EnterpriseUser } = SCIMMY.Schemas;
  if (name.startsWith("urn:")) {
    if (path.toLowerCase().startsWith(EnterpriseUser.id.toLowerCase())) return name;
  } else if (User.definition.attributes.some((attribute) => attribute.name.toLowerCase() === name))
    return name;
  throw refuse("invalidPath", `There is no attribute ${path.slice(0, 100)}.`);
}

const Members = z.array(z.object({ value: z.string().regex(/^[\w-]{1,60}$/) })).max(10_000);

/** Whom a PUT names as members; `null` when it says nothing of them. */
export function readGroup(sent: unknown, source: GroupSource): string[] | null {
  const body = bodyOf(sent);
  namedAs(body.displayName, source.displayName);
  return body.members === undefined ? null : idsOf(body.members);
}

/** Whom a PATCH leaves as members. */
export async function readGroupPatch(sent: unknown, source: GroupSource): Promise<string[]> {
  const { displayName } = source;
  const before = new GroupResource(source);
  const operations = operationsOf(sent).flatMap((operation) => tidiedMembers(operation, displayName));
  const after = operations.length === 0 ? before : await patched(sent, operations, before);
  return idsOf(after.members ?? []);
}

function tidiedMembers(operation: Operation, displayName: string): Operation[] {
  const { op, path, value } = operation;
  if (path === undefined) {
    const body = bodyOf(value);
    namedAs(body.displayName, displayName);
    return body.members === undefined ? [] : [{ op, path: "members", value: membersSent(body.members) }];
  }
  const name = path.toLowerCase();
  if (name === "displayname") {
    namedAs(value, displayName);
    return [];
  }
  if (name === "externalid") return [];
  if (!/^members(\[value eq "[\w-]{1,60}"\])?$/i.test(path))
    throw refuse("invalidPath", "Only members of a group can be changed.");
  return [{ op, path, ...(value === undefined ? {} : { value: membersSent(value) }) }];
}

const membersSent = (sent: unknown) => idsOf([sent].flat()).map((value) => ({ value }));
const idsOf = (members: unknown) =>
  checked(Members, JSON.parse(JSON.stringify(members)), "members").map(({ value }) => value);

function namedAs(sent: unknown, displayName: string) {
  if (sent !== undefined && String(sent).toLowerCase() !== displayName.toLowerCase())
    throw refuse("mutability", "The groups are the roles of a seat: their names are fixed.");
}
