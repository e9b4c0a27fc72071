export type OrganisationKind =
  | "enterprise"
  | "research"
  | "authority"
  | "development"
  | "association"
  | "finance"
  | "service";

// Whole words of legal names; the names are often written in capitals and without accents.
const FINANCE =
  /\b(bank|banque|banco|banca|sparkasse|invest|investment|investments|investitionsbank|venture|ventures|capital|versicherung|insurance|assurances?)\b/;
const DEVELOPMENT =
  /\b(agency|agentur|agence|agencia|agenzia|agentschap|wirtschaftsfoe?rderung\w*|entwicklungsgesellschaft|development|desarrollo|developpement|sviluppo)\b/;
const CLUSTER = /\b(cluster\w*|klaster|pole de competitivite|distretto tecnologico)\b/;
const ASSOCIATION =
  /\b(e ?v|association|associazione|asociacion|associacao|verein|verband|stiftung|foundation|fondation|fundacion|fondazione|chamber|kammer|federation|society|gesellschaft zur)\b/;
const RESEARCH =
  /\b(universi\w+|univerz\w+|universytet|hochschule\w*|fachhochschule|college|polytechni\w+|politecni\w+|school|ecole|academy|akademie|institute?|instituto|istituto|institut|research|forschung\w*|centre national|cnrs|csic|fraunhofer|max planck|helmholtz|leibniz|laborator\w+|hospital|klinikum|faculty)\b/;
const AUTHORITY =
  /\b(ministry|ministerium|ministere|ministerio|ministero|municipality|gemeente|kommune|ayuntamiento|comune|stadt|city of|county|region|regione|government|regierung|authority|behoerde|landeshauptstadt|council|bundesamt|landesamt)\b/;
const ENTERPRISE =
  /\b(gmbh|ag|kg|ltd|limited|llc|inc|plc|sa|sas|sarl|srl|spa|sl|slu|bv|nv|ab|as|oy|aps|doo|sro|zrt|kft|oyj|eurl|company|co)\b/;

const folded = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\./g, "")
    .replace(/[^a-z0-9]+/g, " ")} `;

/**
 * CORDIS knows five types; the kinds of a cluster's actors are finer. Companies and universities are taken at their word,
 * public bodies and "others" become finer only where the legal name says so plainly.
 */
export function kindOf(type: string | null, legalName: string): OrganisationKind {
  if (type === "PRC") return "enterprise";
  if (type === "HES" || type === "REC") return "research";
  const name = folded(legalName);
  if (FINANCE.test(name) && !ASSOCIATION.test(name)) return "finance";
  if (CLUSTER.test(name)) return "service";
  if (type === "PUB") return DEVELOPMENT.test(name) ? "development" : "authority";
  if (type === "OTH")
    return DEVELOPMENT.test(name) && !ASSOCIATION.test(name) ? "development" : "association";
  return guessed(name);
}

/** The editions before Horizon Europe tell no type at all: the legal form or a plain word must do. */
function guessed(name: string): OrganisationKind {
  if (RESEARCH.test(name)) return "research";
  if (AUTHORITY.test(name)) return "authority";
  if (ENTERPRISE.test(name)) return "enterprise";
  if (DEVELOPMENT.test(name)) return "development";
  return ASSOCIATION.test(name) ? "association" : "enterprise";
}
