import { LRUCache } from "lru-cache";

/** Words of three letters that begin the names of firms; any other three are taken for an abbreviation: MTU, AVL, TÜV. */
const WORDS = new Set(
  (
    "THE RED BIO AIR VAN NEW ECO EKO OKO ÖKO LES LOS LAS LOW MAX SEA NON DET PRO CAP LAM SAN ALL DEN HET DER DIE DAS UNI BIT BEE LAB ART " +
    "SUN NET ONE TWO TOP VIA TRI NEO PAN ION HIT ICE BIG ARC BAY CAR CUP DRY EYE FIT FLY FOX GAS GEO HUB INN IVY JET JOY KEY LAW MED MIX " +
    "OIL OLD OPT ORE PET PIN POL RAY RIO ROY SKY SOL SOS TEC TEX TEN TOM WEB WIN ZEN ZOO BEL FAB NIL AGE AKA ALT AMI EIN EAU ILE MER TER"
  ).split(" "),
);

/** How legal forms and other fixed words are written, by their capitals without dots. */
const FIXED = new Map(
  [
    "GmbH mbH gGmbH AG KG KGaA OHG GbR eG e.V. SE UG eK",
    "SpA SRL SARL SAS SASU SA BV NV BVBA Ltd LLC LLP PLC Inc Oy Oyj AB ApS AS ASA SAU SL SLU Lda SGPS d.o.o. d.d.",
    "s.r.o. EOOD OOD EAD AD SIA UAB Zrt Kft Nyrt OÜ EPE AE IKE EEIG EWIV",
  ]
    .join(" ")
    .split(" ")
    .map((form) => [form.toUpperCase().replaceAll(".", ""), form]),
);

/** Written small inside a name, never as its first word. */
const SMALL = new Set(
  (
    "und für fur fuer der die das des dem den von vom zu zum zur im in am an auf bei mit of the and for at on to by de du del della di da do " +
    "dos das la le les et en el y e i z w na a al degli delle dei van voor het een og av til för och för ja"
  )
    .toUpperCase()
    .split(" "),
);

/** Short names that are read letter by letter although they could be words. */
const ACRONYMS = new Set(
  (
    "DESY DLR TNO CNRS CEA CSIC ETH EPFL VTT IMEC INRIA SINTEF NTNU CERN BASF SAP BMW NXP IBM ABB AVL MAN EADS OHB TUHH UKE GEOMAR " +
    "HAW HSU GKSS AWI HZG ZAL DKFZ KIT RWTH TU FH TH UCL LSE KTH DTU SDU RISE CIRA CNR ENEA INFN INSERM INRAE IFREMER ONERA CNES " +
    "ESA EMBL EMBO EUMETSAT ICT IT ICLEI UNESCO OECD WHO FAO EU UN USA UK NATO ITER IAEA AI KI UMC UMIT GIZ KFW NABU BUND VDI VDE DIN ISO"
  ).split(" "),
);

/**
 * A registered name in readable case: registers write `LUFTHANSA TECHNIK AG`, people write Lufthansa Technik AG. Only capitals are
 * made small, no letter is changed: what a register spells FUR stays fur. A name that has small letters already is left alone.
 */
export function displayName(name: string): string {
  let readableName = kept.get(name);
  if (readableName === undefined) {
    readableName = inReadableCase(name);
    kept.set(name, readableName);
  }
  return readableName;
}

const kept = new LRUCache<string, string>({ max: 20_000 });

function inReadableCase(name: string): string {
  const clean = name.replace(/\s+/g, " ").trim();
  if (!isShouted(clean)) return clean;
  const isFirm = clean.split(/[\s,()]+/).some((word) => FIXED.has(word.toUpperCase().replaceAll(".", "")));
  let first = true;
  return clean.replace(WORD, (word, at: number) => {
    const isFirst = first;
    first = false;
    const bracketed = clean[at - 1] === "(" && word.length <= 6;
    const alone = (clean[at - 1] ?? " ") === " " && (clean[at + word.length] ?? " ") === " ";
    return bracketed && isAcronymLike(word) ? word : readable(word, { isFirst, isFirm, alone });
  });
}

/** Letters and figures, an elision (L'OREAL), or letters with dots between them (E.V., S.R.O.). */
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+|(?:\. ?\p{L}){1,3}(?!\p{L})\.?)?/gu;

/** At least two capitals and hardly a small letter: "GmbH" alone does not make a name mixed. */
function isShouted(name: string): boolean {
  const letters = name.match(/\p{L}/gu) ?? [];
  const small = name.match(/\p{Ll}/gu) ?? [];
  return letters.length > 3 && small.length / letters.length < 0.15;
}

function readable(
  word: string,
  { isFirst, isFirm, alone }: { isFirst: boolean; isFirm: boolean; alone: boolean },
): string {
  const upper = word.toUpperCase();
  const fixed = FIXED.get(upper.replace(/[. ]/g, ""));
  if (fixed && !isFirst) return fixed;
  if (ACRONYMS.has(upper)) return upper;
  if (SMALL.has(upper) && !isFirst && (word.length > 1 || alone)) return word.toLowerCase();
  if (TITLES.has(upper)) return capitalised(word);
  if (/^[IVX]{2,}$/.test(upper) || /\p{N}/u.test(upper) || word.length === 1) return upper;
  if (isFirst && isFirm && /^\p{L}{3}$/u.test(upper) && !WORDS.has(upper)) return upper;
  if (!/[AEIOUYÄÖÜÉÈÀÁÍÓÚÅØÆ]/.test(upper) && word.length <= 5) return upper;
  const elided = /^(d|l|dell|nell|all|sull|dall|degl)(['’])(.+)$/iu.exec(word);
  if (!elided) return capitalised(word);
  const [, article = "", apostrophe, rest = ""] = elided;
  return `${isFirst ? capitalised(article) : article.toLowerCase()}${apostrophe}${capitalised(rest)}`;
}

const TITLES = new Set(["DR", "ST", "STS", "MR", "MRS", "JR"]);

/** Short, or without the rhythm of a word, it is letters: (TUHH), (DFKI). */
const isAcronymLike = (word: string) =>
  word.length <= 3 || !/[AEIOUYÄÖÜ][^AEIOUYÄÖÜ]+[AEIOUYÄÖÜ]/.test(word.toUpperCase());

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
