import type { Route } from "../../access/route.ts";
import type { World } from "./world.ts";

/** What stands for a parameter in the small world: every value is one address the walk visits. */
export function addressesOf(route: Route, world: World): string[] {
  const names = [...route.path.matchAll(/:(\w+)(?:\{[^}]*\})?/g)].map((match) => match[1]!);
  let addresses = [route.path];
  for (const name of names) {
    const values = valuesOf(name, route.path, world);
    addresses = addresses.flatMap((address) =>
      values.map((value) => address.replace(new RegExp(`:${name}(\\{[^}]*\\})?`), encodeURIComponent(value))),
    );
  }
  return addresses;
}

function valuesOf(name: string, path: string, { record, organisation, person }: World): string[] {
  const ids = (...names: string[]) => names.map((key) => record[key]!);
  if (name === "cluster") return ["alpha", "beta"];
  if (name === "slug" && path.includes("/projects/")) return ["hull-1"];
  if (name === "slug" || name === "organisation" || name === "actor") return ["anker", "verborgen"];
  if (name === "fact" || (name === "id" && path.includes("/facts/")))
    return ids("factPublic", "factCluster", "factOrganisation", "factWalled");
  if (name === "link" || (name === "id" && path.includes("/links/")))
    return ids("linkSupplies", "linkWalled", "linkDeclared", "linkDerived");
  if (name === "introduction" || name === "talk" || name === "outcome") return ids(name);
  if (name === "event" || name === "registration" || name === "meeting") return ids(name);
  if (name === "plan" || name === "rule") return ids(name === "plan" ? "eventPlan" : "eventRule");
  if (name === "need") return ids("needOpen");
  if (name === "release") return ids("release");
  if (name === "offer") return ids("offerOpen");
  if (name === "file") return ids(path.includes("/needs/") ? "needFile" : "offerFile");
  if (name === "note") return ids("note");
  if (name === "label") return ids("label");
  if (name === "field") return ids("ownField");
  if (name === "project") return ["hull-1"];
  if (name === "seat") return ids("seat of leaver in anker");
  // A directory's words for whom and what it keeps.
  if (name === "user") return [person.leaver];
  if (name === "group") return ["reader"];
  if (name === "kind") return [path.includes("/Schemas/") ? "urn:kontor:scim:Seat" : "User"];
  if (name === "office") return ids("office of leaver");
  if (name === "mail") return ids("letter");
  if (name === "import") return ids("importRun");
  if (name === "dataset") return ["figures"];
  if (name === "statistic") return ids("statistic");
  if (name === "report") return ["2024"];
  if (name === "section" || name === "story")
    return ids(name === "section" ? "reportSection" : "reportStory");
  if (name === "region") return ["DE600"];
  if (name === "activity") return ["C"];
  if (name === "version") return ["1"];
  if (name === "upload") return ids("datasetImport");
  if (["token", "job", "bulk", "search", "invitation", "request", "domain"].includes(name))
    return [organisation.anker];
  if (name === "merge") return [organisation.anker];
  if (name === "act") return ["0"];
  if (name === "notice") return [organisation.anker];
  if (name === "webhook") return ids("webhook");
  if (name === "delivery") return [organisation.anker];
  if (["level", "dues", "membership", "application"].includes(name)) return [organisation.anker];
  if (name === "campaign") return ids("campaign");
  if (name === "questionnaire") return ["innovation-potential"];
  if (name === "round") return ids("assessmentRound");
  if (name === "assessment") return ids("assessment");
  if (name === "question") return ["test-space"];
  if (name === "platform") return ids("platform");
  if (name === "use") return ids("platformUse");
  if (name === "indicator") return ["staff-fte"];
  if (name === "set") return ["excellence"];
  if (name === "entry" || name === "document")
    return ids(name === "entry" ? "cockpitEntry" : "cockpitDocument");
  if (name === "what") return ["links"];
  if (name === "part") return ["doors.xml"];
  // Somebody else's, or nobody's: the walk must not sign out those who walk.
  if (name === "session" || name === "passkey" || name === "person") return [organisation.anker];
  throw new Error(`The walk does not know what stands for ":${name}" in ${path}. Teach it in addresses.ts.`);
}
