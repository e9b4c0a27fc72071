/** Words that say what kind of thing it is, in the languages they are written in, and words that say nothing. */
const KINDS: Record<string, string> = {
  university:
    "university universitat universite universita universidad universidade universitatea universiteit universitet universitetet univerzita univerzitet uniwersytet universitas universitate universitatis egyetem yliopisto ulikool sveuciliste univerza panepistimio universiti",
  institute:
    "institute institut instituto istituto instytut instituut intezet institutul institutas institutt instituttet ustav inštitut institouto",
  foundation:
    "foundation fundacion fundacao fondazione fondation stiftung stichting fundacja fundacio nadace fundatia alapitvany saatio stiftelsen",
  association:
    "association associacion asociacion associacao associazione verein vereniging stowarzyszenie asociatia egyesulet associacio",
  city: "city municipality stadt ville comune ayuntamiento municipio gemeente miasto gmina kommune kaupunki kommun mesto obec dimos obcina municipiul primaria ajuntament camara",
  ministry:
    "ministry ministerium ministere ministero ministerio ministerstwo ministerstvo ministerul ypourgeio ministerie ministeriet ministerija",
  academy: "academy akademie academie accademia academia akademia akademija",
  centre: "centre center zentrum centro centrum centrul kozpont keskus senter centar kentro",
  research:
    "research forschung recherche ricerca ricerche investigacion investigacao badan badawczy vyzkumu kutato onderzoek forskning tutkimus erevnon issledovaniy",
  national: "national nationale nazionale nacional nationaal narodowy narodni nemzeti nationales",
  hospital:
    "hospital krankenhaus klinikum hopital ospedale szpital nemocnice korhaz ziekenhuis sykehus sairaala",
  technical:
    "technical technische technique tecnica politecnica technika technicka technology technological technologies tekniska tekniske",
  school: "school hochschule ecole escuela scuola szkola skola escola",
  agency: "agency agentur agence agenzia agencia agencja agentura agentschap agentia",
  department: "department departement dipartimento departamento departament abteilung katedra",
  science:
    "science sciences wissenschaft wissenschaften scienze ciencias nauk ved tudomany tudomanyi wetenschappen",
};
const STOP = new Set(
  "the of and for fur und der die das des dem den zu zur zum von vom im am an auf in et de la le les du da do dos das di del della dello degli dei delle dell d l il lo gli i e y el los las en al a o w i z na po ve v voor van het een ten ter og til for av och i at on by to studi sul st".split(
    " ",
  ),
);

const kind = new Map(
  Object.entries(KINDS).flatMap(([one, all]) => all.split(" ").map((word) => [word, one])),
);

/** Without empty words, and what is said in many languages said in one; as it is where nothing else would be left. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !STOP.has(word)).map((word) => kind.get(word) ?? word);
  return telling.length > 0 ? telling : [...words];
}
