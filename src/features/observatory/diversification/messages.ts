import { type Messages, speaker } from "../../../kernel/messages.ts";

export const diversificationMessages = {
  "div.title": { en: "Diversification", de: "Diversifizierung" },
  "div.of": { en: "What {region} could grow into", de: "Wohin {region} wachsen könnte" },
  "div.finding": {
    en: "{region} has {strengths} of {all} activities. Of those it lacks, {first} {second, select, none {is} other {and {second} are}} nearest to what it has and more complex than the mean.",
    de: "{region} hat {strengths} von {all} Tätigkeiten. Von denen, die fehlen, {second, select, none {liegt {first}} other {liegen {first} und {second}}} am nächsten an dem, was da ist, und {second, select, none {ist} other {sind}} komplexer als der Durchschnitt.",
  },
  "div.finding.none": {
    en: "{region} has {strengths} of {all} activities.",
    de: "{region} hat {strengths} von {all} Tätigkeiten.",
  },
  "div.headline": {
    en: "{count, plural, one {activity} other {activities}} that {region} lacks {count, plural, one {is} other {are}} near to what it has and more complex than the mean; nearest {first}",
    de: "{count, plural, one {Tätigkeit, die} other {Tätigkeiten, die}} {region} {count, plural, one {fehlt, liegt} other {fehlen, liegen}} nah an dem, was da ist, und {count, plural, one {ist} other {sind}} komplexer als der Durchschnitt; am nächsten {first}",
  },
  "div.no-options": {
    en: "Of large panels the options of the last periods alone are kept: choose {periods}.",
    de: "Von großen Datensätzen werden die Möglichkeiten nur für die letzten Perioden aufbewahrt: Wählen Sie {periods}.",
  },
  "accuracy.note": {
    en: "How sure: of past entries {from}–{to}, AUC {model} with relatedness, {baseline} by the quotient alone.",
    de: "Wie sicher: bei früheren Einstiegen {from}–{to} AUC {model} mit Verwandtschaft, {baseline} allein mit dem Quotienten.",
  },
  "accuracy.none": {
    en: "Not measured: it takes four periods with entries.",
    de: "Nicht gemessen: Dazu braucht es vier Perioden mit Einstiegen.",
  },

  "space.title": { en: "Which activities go together", de: "Welche Tätigkeiten zusammengehören" },
  "space.sentence": {
    en: "Filled: {region} has it (quotient from 1); the area is the number here, the colour the family. Hollow: not yet. A line joins what many regions have together.",
    de: "Gefüllt: {region} hat es (Quotient ab 1); die Fläche ist die Anzahl hier, die Farbe die Familie. Hohl: noch nicht. Eine Linie verbindet, was viele Regionen zugleich haben.",
  },
  "space.source": { en: "Relations of {period}", de: "Beziehungen von {period}" },
  "formula.proximity": {
    en: "φ(i, j) = regions with both ÷ regions with the more common one; drawn are the strongest tree and the strongest others",
    de: "φ(i, j) = Regionen mit beidem ÷ Regionen mit dem Häufigeren; gezeichnet sind der stärkste Baum und die stärksten weiteren",
  },

  "options.title": { en: "Near, and worth it", de: "Nah und lohnend" },
  "options.sentence": {
    en: "Only what {region} lacks. To the right: near to what it has. Up: done by few, diverse regions. Red: further right and further up than the middle of the options.",
    de: "Nur was {region} fehlt. Rechts: nah an dem, was da ist. Oben: das tun wenige, vielseitige Regionen. Rot: weiter rechts und weiter oben als die Mitte der Möglichkeiten.",
  },
  "axis.density": { en: "Relatedness density in percent", de: "Verwandtschaftsdichte in Prozent" },
  "axis.complexity": { en: "Complexity (PCI)", de: "Komplexität (PCI)" },
  "formula.density": {
    en: "density = Σ φ to what the region has ÷ Σ φ to everything; PCI: second eigenvector, mean 0, deviation 1",
    de: "Dichte = Σ φ zu dem, was die Region hat ÷ Σ φ zu allem; PCI: zweiter Eigenvektor, Mittel 0, Streuung 1",
  },
  "options.table": { en: "The options", de: "Die Möglichkeiten" },
  "options.first": {
    en: "The first {count} of {all} activities the region lacks; a click shows who in the cluster could do it.",
    de: "Die ersten {count} von {all} Tätigkeiten, die der Region fehlen; ein Klick zeigt, wer im Cluster sie beherrscht.",
  },
  "column.option": { en: "Activity", de: "Tätigkeit" },
  "column.everywhere": { en: "Number everywhere", de: "Anzahl überall" },
  "column.joined": { en: "Joined with", de: "Verbunden mit" },
  "column.quotient": { en: "Quotient (baseline)", de: "Quotient (Vergleich)" },
  "column.density": { en: "Density", de: "Dichte" },
  "column.complexity": { en: "Complexity", de: "Komplexität" },
  "column.gain": { en: "Opens up", de: "Eröffnet" },
  "column.chance": { en: "Chance of entry", de: "Aussicht auf Einstieg" },
  "column.baseline": { en: "by the quotient alone", de: "allein nach Quotient" },
  "column.code": { en: "Code", de: "Schlüssel" },

  "accuracy.title": { en: "How well it told past entries", de: "Wie gut frühere Einstiege erkannt wurden" },
  "accuracy.sentence": {
    en: "Learned on {learnedFrom}–{learnedTo}, tested on {testedFrom}–{testedTo}: an entry is a quotient that reaches 1. AUC: how often an entry is ranked before a non-entry (0.5 is guessing). Average precision: 1 is perfect, the share of entries is guessing.",
    de: "Gelernt an {learnedFrom}–{learnedTo}, geprüft an {testedFrom}–{testedTo}: Ein Einstieg ist ein Quotient, der 1 erreicht. AUC: wie oft ein Einstieg vor einem Nicht-Einstieg steht (0,5 ist geraten). Mittlere Präzision: 1 ist vollkommen, der Anteil der Einstiege ist geraten.",
  },
  "accuracy.sample": {
    en: "Measured on {regions} of {of} regions.",
    de: "Gemessen an {regions} von {of} Regionen.",
  },
  "accuracy.verdict": {
    en: "{verdict, select, lead {Relatedness adds something: it leads by {lead} (95 of 100 draws: {low} to {high}).} other {No lead worth the name over the quotient alone ({lead}; 95 of 100 draws: {low} to {high}).}}",
    de: "{verdict, select, lead {Verwandtschaft bringt etwas: Vorsprung {lead} (95 von 100 Ziehungen: {low} bis {high}).} other {Kein nennenswerter Vorsprung vor dem bloßen Quotienten ({lead}; 95 von 100 Ziehungen: {low} bis {high}).}}",
  },
  "accuracy.below": { en: "Entered from below {below}", de: "Einstieg von unter {below}" },
  "column.way": { en: "Judged by", de: "Beurteilt nach" },
  "column.auc": { en: "AUC", de: "AUC" },
  "column.ap": { en: "Average precision", de: "Mittlere Präzision" },
  "column.entries": { en: "Entries", de: "Einstiege" },
  "way.model": {
    en: "quotient, density, complexity, ubiquity",
    de: "Quotient, Dichte, Komplexität, Verbreitung",
  },
  "way.density": { en: "density alone", de: "Dichte allein" },
  "way.baseline": { en: "quotient alone (baseline)", de: "Quotient allein (Vergleich)" },

  "variety.title": { en: "Variety", de: "Vielfalt" },
  "variety.unrelated": { en: "unrelated variety, bits", de: "unverwandte Vielfalt, Bit" },
  "variety.related": { en: "related variety, bits", de: "verwandte Vielfalt, Bit" },
  "variety.outlook": { en: "complexity outlook (COI)", de: "Komplexitätsausblick (COI)" },
  "variety.sentence": {
    en: "Unrelated variety cushions shocks: what hits one field spares the others. Related variety lets fields learn from each other.",
    de: "Unverwandte Vielfalt federt Schocks ab: Was ein Feld trifft, verschont die anderen. Verwandte Vielfalt lässt Felder voneinander lernen.",
  },
  "variety.none": {
    en: "The activities of this dataset have no classes, so variety is not split.",
    de: "Die Tätigkeiten dieses Datensatzes haben keine Klassen; die Vielfalt wird nicht geteilt.",
  },
  "formula.variety": {
    en: "entropy between two-digit classes (unrelated) and within them (related), after Frenken",
    de: "Entropie zwischen zweistelligen Klassen (unverwandt) und innerhalb (verwandt), nach Frenken",
  },
  "figure.rank": { en: "place {rank} of {of}", de: "Platz {rank} von {of}" },

  "commons.title": { en: "Industrial commons", de: "Industrielle Allmende" },
  "commons.sentence": {
    en: "Families of activities that regions have together share skills, suppliers and schools. Where {region} has much of a family, the rest of it is near.",
    de: "Familien von Tätigkeiten, die Regionen gemeinsam haben, teilen Können, Zulieferer und Schulen. Wo {region} viel von einer Familie hat, ist der Rest nah.",
  },
  "column.family": { en: "Family (its largest)", de: "Familie (die größten)" },
  "column.has": { en: "Has", de: "Hat" },
  "column.has.of": { en: "{has} of {of}", de: "{has} von {of}" },
  "column.people": { en: "Number", de: "Anzahl" },
  "column.familyQuotient": { en: "Quotient", de: "Quotient" },
  "column.lacks": { en: "Nearest it lacks", de: "Das Nächste, was fehlt" },
  "formula.commons": {
    en: "families: Leiden communities of the network above; quotient of the family as a whole",
    de: "Familien: Leiden-Gemeinschaften des Netzes oben; Quotient der Familie als Ganzes",
  },

  "option.kicker": {
    en: "{has, select, yes {Strength} other {Option}} of {region} · {period}",
    de: "{has, select, yes {Stärke} other {Möglichkeit}} von {region} · {period}",
  },
  "option.lede": {
    en: "{matched, plural, =0 {Nobody among the members you see shows anything of it} one {One member shows something of it} other {# members show something of it}}; its quotient is {quotient}, and {density} of what it is related to is here already.",
    de: "{matched, plural, =0 {Von den Mitgliedern, die Sie sehen, zeigt niemand etwas davon} one {Ein Mitglied zeigt etwas davon} other {# Mitglieder zeigen etwas davon}}; der Quotient ist {quotient}, und {density} dessen, womit es verwandt ist, ist schon hier.",
  },
  "option.activity": { en: "The activity in all regions", de: "Die Tätigkeit in allen Regionen" },
  "option.members": { en: "Who already has the competences", de: "Wer die Kompetenzen schon hat" },
  "option.how": {
    en: "Found by words: {words}. Industries: {industries}. Searched are competences and what members say of themselves, industries (NACE), and the text of public projects, only as far as you may see them.",
    de: "Gefunden über Wörter: {words}. Branchen: {industries}. Durchsucht werden Kompetenzen und was Mitglieder von sich sagen, Branchen (NACE) und der Text öffentlicher Projekte, nur soweit Sie sie sehen dürfen.",
  },
  "option.none": {
    en: "Nobody among the members you see. That is the gap: look outside, or win a new member.",
    de: "Niemand unter den Mitgliedern, die Sie sehen. Das ist die Lücke: außerhalb suchen oder ein neues Mitglied gewinnen.",
  },
  "option.outside": { en: "Look among all organisations", de: "Unter allen Organisationen suchen" },
  "column.member": { en: "Member", de: "Mitglied" },
  "column.competences": { en: "Competences", de: "Kompetenzen" },
  "column.said": { en: "Says of itself", de: "Sagt von sich" },
  "column.industries": { en: "Industries", de: "Branchen" },
  "column.projects": { en: "Projects", de: "Projekte" },
  "option.missing": { en: "What is missing", de: "Was fehlt" },
  "option.missing.sentence": {
    en: "By each word and industry: how many members show it here, and in clusters nearby.",
    de: "Nach Wort und Branche: wie viele Mitglieder es hier zeigen, und in Clustern nebenan.",
  },
  "column.word": { en: "Word or industry", de: "Wort oder Branche" },
  "column.here": { en: "Here", de: "Hier" },
  "column.nearby": { en: "Clusters nearby", de: "Cluster nebenan" },
  "option.nobody": { en: "nobody", de: "niemand" },
  "option.clusters": { en: "Clusters nearby that have them", de: "Cluster nebenan, die sie haben" },
  "option.clusters.none": {
    en: "No other cluster you see has members that show it.",
    de: "Kein anderes Cluster, das Sie sehen, hat Mitglieder, die es zeigen.",
  },
  "column.cluster": { en: "Cluster", de: "Cluster" },
  "column.members": { en: "Members", de: "Mitglieder" },
  "column.first": { en: "First of them", de: "Die ersten" },
  "option.related": { en: "What it is related to", de: "Womit es verwandt ist" },
  "option.related.sentence": {
    en: "The nearest activities, and whether {region} has them.",
    de: "Die nächsten Tätigkeiten, und ob {region} sie hat.",
  },
  "column.proximity": { en: "Proximity", de: "Nähe" },
  "option.has.yes": { en: "has it", de: "vorhanden" },
  "option.has.no": { en: "not yet", de: "noch nicht" },
  "option.figures.density": { en: "density", de: "Dichte" },
  "option.figures.quotient": { en: "location quotient", de: "Lokationsquotient" },
  "option.figures.complexity": { en: "complexity (PCI)", de: "Komplexität (PCI)" },
  "option.figures.chance": { en: "chance of entry", de: "Aussicht auf Einstieg" },
  "option.figures.chance.of": {
    en: "{baseline} by the quotient alone",
    de: "{baseline} allein nach Quotient",
  },
} satisfies Messages;

export const sayDiversification = speaker(diversificationMessages);
