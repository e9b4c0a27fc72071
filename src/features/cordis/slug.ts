const LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "o",
  å: "a",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Plain ascii for an address; empty where the name is in another script. */
export function slugify(name: string, most = 80): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßøåæœłđðþı]/g, (letter) => LETTERS[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most + 1);
  const lastWhole = cut.lastIndexOf("-");
  return (lastWhole > most / 2 ? cut.slice(0, lastWhole) : cut.slice(0, most)).replace(/-$/, "");
}

// Registers end names with the legal form; nobody says it.
const LEGAL_FORM =
  /-(gmbh-co-kg(aa)?|ag-co-kg(aa)?|g?gmbh|mbh|ag|kg|se|ug|eg|ev|ltd|limited|plc|llc|inc|s-?a|sas|sarl|s-?r-?l|s-?p-?a|s-?l|slu|b-?v|n-?v|ab|oyj?|aps|a-s|aktiengesellschaft)$/;
const withoutLegalForm = (slug: string) => slug.replace(LEGAL_FORM, "") || slug;

/** Addresses for an organisation, the most readable first. The last one carries its key, so it is free. */
export function organisationSlugs(of: {
  name: string;
  shortName: string | null;
  city: string | null;
  key: string;
}): string[] {
  const short = withoutLegalForm(slugify(of.shortName ?? "", 40));
  const name = withoutLegalForm(slugify(of.name, 60));
  const city = slugify(of.city ?? "", 19);
  const readable = /[a-z]{2}/.test(short) && short.length >= 3 ? [short, name] : [name];
  const bases = readable.filter((base) => base !== "");
  const candidates = bases.flatMap((base) => [base, city && !base.includes(city) ? `${base}-${city}` : base]);
  const key = slugify(of.key);
  return [...new Set([...candidates, `${bases[0] ?? "organisation"}-${key}`.slice(-80).replace(/^-/, "")])];
}

export function projectSlugs(of: { acronym: string | null; key: string; source: string }): string[] {
  const base = slugify(`${of.acronym ?? ""}-${of.key}`, 100);
  return [base, `${base}-${of.source}`];
}
