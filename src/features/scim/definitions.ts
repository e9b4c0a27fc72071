import SCIMMY from "scimmy";
import { SEAT_ROLES } from "../../kernel/actor.ts";

const { Attribute, Schema, SchemaDefinition } = SCIMMY.Types;

export const SEAT = "urn:kontor:scim:Seat";
export const SEAT_STATES = ["seat", "invited", "ended"] as const;

/** What a seat is beyond a user: the library wants the standard's own name space, so the name is given afterwards. */
const seat = new SchemaDefinition(
  "Seat",
  "urn:ietf:params:scim:schemas:extension:kontor:Seat",
  "The seat in the organisation",
  [
    new Attribute("string", "role", {
      canonicalValues: [...SEAT_ROLES],
      description: "owner gives and ends seats, editor writes, reader reads. A new user is a reader.",
    }),
    new Attribute("string", "state", {
      mutable: false,
      canonicalValues: [...SEAT_STATES],
      description:
        "seat: acts for the organisation. invited: a letter is on its way. ended: neither of them any more.",
    }),
  ],
);
seat.id = SEAT;

const user = new SchemaDefinition(
  "User",
  "urn:ietf:params:scim:schemas:core:2.0:User",
  "A person with a seat in the organisation, or invited to one",
  [
    new Attribute("string", "userName", {
      required: true,
      uniqueness: "server",
      mutable: "immutable",
      description: "The address at which the person gets mail and signs in. Only the person can change it.",
    }),
    new Attribute(
      "complex",
      "name",
      { mutable: "immutable", description: "Used when the account is made." },
      [
        new Attribute("string", "formatted"),
        new Attribute("string", "familyName"),
        new Attribute("string", "givenName"),
      ],
    ),
    new Attribute("string", "displayName", {
      mutable: "immutable",
      description: "Used when the account is made; afterwards people are called what they call themselves.",
    }),
    new Attribute("string", "preferredLanguage", {
      direction: "in",
      mutable: "immutable",
      description: "The language of the first letter: German or English.",
    }),
    new Attribute("string", "title", { description: "The title of the seat." }),
    new Attribute("boolean", "active", {
      description: "Whether there is a seat today. false ends it, true lets in anew as for the first time.",
    }),
    new Attribute("complex", "emails", { multiValued: true, mutable: false, description: "The userName." }, [
      new Attribute("string", "value"),
      new Attribute("string", "type"),
      new Attribute("boolean", "primary"),
    ]),
    new Attribute(
      "complex",
      "groups",
      { multiValued: true, mutable: false, direction: "out", description: "The role, as a group." },
      [
        new Attribute("string", "value"),
        new Attribute("reference", "$ref", { referenceTypes: ["Group"] }),
        new Attribute("string", "display"),
      ],
    ),
  ],
).extend(seat);

const group = new SchemaDefinition(
  "Group",
  "urn:ietf:params:scim:schemas:core:2.0:Group",
  "The people who hold one of the three roles of a seat",
  [
    new Attribute("string", "displayName", { required: true, mutable: false }),
    new Attribute("complex", "members", { multiValued: true }, [
      new Attribute("string", "value", { mutable: "immutable" }),
      new Attribute("reference", "$ref", { mutable: "immutable", referenceTypes: ["User"] }),
      new Attribute("string", "display", { mutable: false }),
    ]),
  ],
);

export const DEFINITIONS = { user, group, seat };

/** What the library patches: an object that holds every change to the definition. */
export class UserResource extends Schema {
  static override get id() {
    return user.id;
  }
  static override get definition() {
    return user;
  }
  declare userName: string;
  declare title?: string;
  declare active?: boolean;
  declare displayName?: string;
  declare preferredLanguage?: string;
  declare name?: { formatted?: string; familyName?: string; givenName?: string };
  declare [SEAT]?: { role?: string; state?: string };

  constructor(source: object, direction?: "in" | "out") {
    super(source, direction);
    Object.assign(this, user.coerce(source, direction ?? "both"));
  }
}

export class GroupResource extends Schema {
  static override get id() {
    return group.id;
  }
  static override get definition() {
    return group;
  }
  declare displayName: string;
  declare members?: { value: string }[];

  constructor(source: object, direction?: "in" | "out") {
    super(source, direction);
    Object.assign(this, group.coerce(source, direction ?? "both"));
  }
}
