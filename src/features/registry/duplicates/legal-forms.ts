/**
 * Legal forms of Europe, by one common name each: a name written with and without its form is the same name, and two different forms
 * are two different bodies. Written as `fold` leaves them, single letters joined: "S.p.A." is `spa`, "Sp. z o.o." is `sp zoo`.
 */
const FORMS: Record<string, readonly string[]> = {
  "limited company": [
    ..."gmbh ggmbh mbh gesmbh srl srls sarl sprl bvba bv sl slu slne lda ltda unipessoal ltd limited oy ab aps sro doo kft eood ood sia uab ou ehf epe ike sagl spzoo zoo nkft jdoo".split(
      " ",
    ),
    "sp zoo",
    "sp z oo",
    "z oo",
    "spol sro",
    "gesellschaft mit beschrankter haftung",
    "societa a responsabilita limitata",
    "sociedad limitada",
    "spolka z ograniczona odpowiedzialnoscia",
    "societe a responsabilite limitee",
    "uzdaroji akcine bendrove",
    "osauhing",
    "osakeyhtio",
    "besloten vennootschap",
  ],
  "stock company": [
    ..."ag spa sa nv plc oyj asa as zrt nyrt rt ad ead dd sae ae hf sau akciova aktiengesellschaft aktiebolag aktieselskab".split(
      " ",
    ),
    "societa per azioni",
    "sociedad anonima",
    "societe anonyme",
    "spolka akcyjna",
    "naamloze vennootschap",
    "akciova spolecnost",
    "anonymi etaireia",
    "public limited company",
  ],
  "simplified stock company": ["sas", "sasu", "societe par actions simplifiee"],
  "limited partnership": [
    "kg",
    "kgaa",
    "cokg",
    "gmbh cokg",
    "gmbh co kg",
    "co kg",
    "ks",
    "kb",
    "llp",
    "lp",
    "kommanditgesellschaft",
  ],
  partnership: ["ohg", "gbr", "snc", "vof", "scs", "hb"],
  cooperative: [
    "eg",
    "scarl",
    "scrl",
    "scpa",
    "scop",
    "coop",
    "cvba",
    "sccl",
    "soc coop",
    "societa cooperativa",
    "societe cooperative",
  ],
  association: ["ev", "asbl", "vzw", "aisbl", "ivzw", "zs", "mtu", "eingetragener verein"],
  "european company": ["se"],
  incorporated: ["inc", "corp", "corporation", "llc", "incorporated"],
  "public research institution": ["vvi", "verejna vyzkumna instituce"],
};

const byWords = new Map(Object.entries(FORMS).flatMap(([form, names]) => names.map((name) => [name, form])));
const LONGEST = 5;

/** A name's words without its legal form, and the form where it says one. */
export function withoutForm(words: readonly string[]): { words: string[]; form: string | null } {
  const left: string[] = [];
  let form: string | null = null;
  for (let i = 0; i < words.length; ) {
    const long = [...Array(LONGEST).keys()]
      .map((n) => LONGEST - n)
      .find((n) => i + n <= words.length && byWords.has(words.slice(i, i + n).join(" ")));
    // In front stand only forms that are no other word: "UAB Romnesa", but not "AS Roma".
    const name = long === undefined ? "" : words.slice(i, i + long).join(" ");
    if (long !== undefined && (left.length > 0 || (name.length > 2 && i + long < words.length))) {
      form = byWords.get(name)!;
      i += long;
    } else left.push(words[i++]!);
  }
  return left.length > 0 ? { words: left, form } : { words: [...words], form: null };
}
