import { type Messages, speaker } from "../../../kernel/messages.ts";

export const pictureMessages = {
  "spec.title": { en: "Specialisation", de: "Spezialisierung" },
  "spec.of": { en: "What {region} is specialised in", de: "Worin {region} spezialisiert ist" },
  "spec.kicker": { en: "{title} · {period}", de: "{title} · {period}" },
  "spec.finding": {
    en: "{strengths} of {known} activities are more frequent in {region} than in all {regions} regions together; most of all {top}, {times} times as frequent.",
    de: "{strengths} von {known} Tätigkeiten sind in {region} häufiger als in allen {regions} Regionen zusammen; am meisten {top}, {times}-mal so häufig.",
  },
  "spec.finding.none": {
    en: "No activity is more frequent in {region} than in all {regions} regions together.",
    de: "Keine Tätigkeit ist in {region} häufiger als in allen {regions} Regionen zusammen.",
  },
  "spec.growth": {
    en: "From {from} to {period} all of it together changed by {growth} (everywhere: {everywhere}).",
    de: "Von {from} bis {period} veränderte sich alles zusammen um {growth} (überall: {everywhere}).",
  },
  "spec.headline": {
    en: "{count, plural, one {activity is} other {activities are}} more frequent in {region} than elsewhere; most of all {top}, {times} times as frequent",
    de: "{count, plural, one {Tätigkeit ist} other {Tätigkeiten sind}} in {region} häufiger als anderswo; am meisten {top}, {times}-mal so häufig",
  },
  "none.text": {
    en: "Pictures need a dataset of regions, activities and periods. None is here yet that you may see.",
    de: "Bilder brauchen einen Datensatz aus Regionen, Tätigkeiten und Perioden. Noch ist keiner da, den Sie sehen dürfen.",
  },
  "none.act": { en: "To the datasets", de: "Zu den Datensätzen" },
  computing: {
    en: "The pictures of “{title}” are being computed. That takes seconds to two minutes; then they are here.",
    de: "Die Bilder zu „{title}“ werden gerade berechnet. Das dauert Sekunden bis zwei Minuten; dann stehen sie hier.",
  },
  "computing.act": { en: "Look again", de: "Noch einmal nachsehen" },

  "choose.dataset": { en: "Dataset", de: "Datensatz" },
  "choose.measure": { en: "Measure", de: "Merkmal" },
  "choose.region": { en: "Region", de: "Region" },
  "choose.period": { en: "Period", de: "Periode" },
  "choose.from": { en: "Growth since", de: "Wachstum seit" },
  "choose.act": { en: "Show", de: "Zeigen" },
  "choose.label": { en: "What is shown", de: "Was gezeigt wird" },

  "figure.total": { en: "{measure} ({unit})", de: "{measure} ({unit})" },
  "figure.strengths": { en: "strengths (quotient from 1)", de: "Stärken (Quotient ab 1)" },
  "figure.strengths.of": { en: "of {known} known", de: "von {known} bekannten" },
  "figure.krugman": {
    en: "difference from the whole (Krugman, 0 to 2)",
    de: "Abstand vom Ganzen (Krugman, 0 bis 2)",
  },
  "figure.rank": { en: "place {rank} of {of}", de: "Platz {rank} von {of}" },
  "figure.eci": { en: "economic complexity (ECI)", de: "ökonomische Komplexität (ECI)" },
  "figure.secret": {
    en: "{count, plural, =0 {nothing secret} one {# activity is secret} other {# activities are secret}}",
    de: "{count, plural, =0 {nichts geheim} one {# Tätigkeit ist geheim} other {# Tätigkeiten sind geheim}}",
  },

  "bubbles.title": { en: "Growth and specialisation", de: "Wachstum und Spezialisierung" },
  "bubbles.sentence": {
    en: "Right of the line: more frequent here than elsewhere. Above it: growing faster than the whole. The area is the number here; the {count} largest are drawn, the files hold all.",
    de: "Rechts der Linie: hier häufiger als anderswo. Darüber: schneller gewachsen als das Ganze. Die Fläche ist die Zahl hier; gezeichnet sind die {count} größten, die Dateien enthalten alle.",
  },
  "bubbles.none": {
    en: "Growth needs two periods; this dataset has one. The table below says what is over-represented.",
    de: "Wachstum braucht zwei Perioden; dieser Datensatz hat eine. Die Tabelle unten sagt, was überdurchschnittlich vertreten ist.",
  },
  "axis.quotient": { en: "Location quotient (1 = as everywhere)", de: "Lokationsquotient (1 = wie überall)" },
  "axis.growth": { en: "Growth {from}–{period} in percent", de: "Wachstum {from}–{period} in Prozent" },

  "map.title": { en: "Where {activity} is at home", de: "Wo {activity} zu Hause ist" },
  "map.sentence": {
    en: "The darker, the more frequent compared with the whole. {region} has the border; a click shows another region.",
    de: "Je dunkler, desto häufiger im Vergleich zum Ganzen. {region} ist umrandet; ein Klick zeigt eine andere Region.",
  },
  "map.key": { en: "Location quotient", de: "Lokationsquotient" },
  "map.unknown": { en: "secret or unknown", de: "geheim oder unbekannt" },
  "map.none": {
    en: "The regions of this dataset have no outlines here; the table shows them.",
    de: "Zu den Regionen dieses Datensatzes gibt es hier keine Umrisse; die Tabelle zeigt sie.",
  },

  "split.title": { en: "Why it grew or shrank", de: "Warum es wuchs oder schrumpfte" },
  "split.sentence": {
    en: "{region} {sign, select, plus {gained} other {lost}} {change} {unit} from {from} to {period}: {national} had it gone as in the whole, {mix} by its mix of activities, {regional} by what it did differently.",
    de: "{region} hat von {from} bis {period} {change} {unit} {sign, select, plus {gewonnen} other {verloren}}: {national}, wäre es gegangen wie im Ganzen, {mix} durch die Mischung der Tätigkeiten, {regional} durch das, was hier anders lief.",
  },
  "split.national": { en: "as the whole", de: "wie das Ganze" },
  "split.mix": { en: "mix of activities", de: "Mischung der Tätigkeiten" },
  "split.regional": { en: "done differently here", de: "hier anders als anderswo" },
  "split.best": { en: "Did better here than elsewhere", de: "Lief hier besser als anderswo" },
  "split.worst": { en: "Did worse here than elsewhere", de: "Lief hier schlechter als anderswo" },

  "table.title": { en: "All activities", de: "Alle Tätigkeiten" },
  "table.first": {
    en: "The {count} most over-represented of {all}; the files hold all of them.",
    de: "Die {count} am stärksten überdurchschnittlichen von {all}; die Dateien enthalten alle.",
  },
  "column.activity": { en: "Activity", de: "Tätigkeit" },
  "column.code": { en: "Code", de: "Schlüssel" },
  "column.region": { en: "Region", de: "Region" },
  "column.amount": { en: "Number", de: "Anzahl" },
  "column.share": { en: "Share", de: "Anteil" },
  "column.quotient": { en: "Location quotient", de: "Lokationsquotient" },
  "column.growth": { en: "Growth %", de: "Wachstum %" },
  "column.change": { en: "Change", de: "Veränderung" },
  "column.national": { en: "as the whole", de: "wie das Ganze" },
  "column.mix": { en: "by the mix", de: "durch die Mischung" },
  "column.regional": { en: "done differently", de: "hier anders" },
  "column.gini": { en: "Concentration (Gini)", de: "Konzentration (Gini)" },
  "column.pci": { en: "Complexity (PCI)", de: "Komplexität (PCI)" },
  "column.mark": { en: "Cell", de: "Zelle" },
  "column.krugman": { en: "Krugman", de: "Krugman" },
  "column.eci": { en: "Complexity (ECI)", de: "Komplexität (ECI)" },
  "column.strengths": { en: "Strengths", de: "Stärken" },
  "column.total": { en: "Whole", de: "Gesamt" },
  "mark.secret": { en: "secret", de: "geheim" },
  "mark.missing": { en: "missing", de: "fehlt" },
  "mark.estimated": { en: "estimated", de: "geschätzt" },
  "mark.value": { en: "value", de: "Wert" },

  "compare.title": { en: "Compared with other regions", de: "Im Vergleich mit anderen Regionen" },
  "compare.sentence": {
    en: "Location quotients of the strongest activities of {region}, beside those of up to ten other regions.",
    de: "Lokationsquotienten der stärksten Tätigkeiten von {region}, daneben die von bis zu zehn anderen Regionen.",
  },
  "compare.empty": {
    en: "No other region is chosen yet.",
    de: "Noch ist keine andere Region gewählt.",
  },
  "compare.add": { en: "Add a region", de: "Region hinzufügen" },
  "compare.act": { en: "Compare", de: "Vergleichen" },
  "compare.without": { en: "Without {region}", de: "Ohne {region}" },

  "source.coverage": {
    en: "{source}; {regions} regions, {activities} activities, {period}; computed {date}",
    de: "{source}; {regions} Regionen, {activities} Tätigkeiten, {period}; berechnet am {date}",
  },
  "source.dataset": { en: "The dataset", de: "Der Datensatz" },
  "source.secret": {
    en: "Secret cells are left out, never counted as zero.",
    de: "Geheime Zellen bleiben außen vor und gelten nie als null.",
  },
  "formula.lq": {
    en: "LQ = (number here ÷ whole here) ÷ (number everywhere ÷ whole everywhere)",
    de: "LQ = (Anzahl hier ÷ Gesamt hier) ÷ (Anzahl überall ÷ Gesamt überall)",
  },
  "formula.split": {
    en: "Shift-share: change = number before × (growth of the whole + [growth of the activity − of the whole] + [growth here − of the activity])",
    de: "Shift-Share: Veränderung = Anzahl vorher × (Wachstum des Ganzen + [Wachstum der Tätigkeit − des Ganzen] + [Wachstum hier − der Tätigkeit])",
  },
  "formula.gini": {
    en: "Locational Gini after Krugman, from 0 (spread as everything else) to below ½",
    de: "Räumlicher Gini nach Krugman, von 0 (verteilt wie alles andere) bis unter ½",
  },

  "region.kicker": { en: "Region · {title} · {period}", de: "Region · {title} · {period}" },
  "region.lede": {
    en: "{total} {unit} in {period}; {strengths} strengths; place {rank} of {of} by complexity.",
    de: "{total} {unit} im Jahr {period}; {strengths} Stärken; Platz {rank} von {of} nach Komplexität.",
  },
  "region.strengths": { en: "Strengths", de: "Stärken" },
  "region.entered": { en: "New since {from}", de: "Neu seit {from}" },
  "region.left": { en: "Given up since {from}", de: "Aufgegeben seit {from}" },
  "region.moved.sentence": {
    en: "Crossed the line of 1 between {from} and {period}, with the quotients then and now. Who stands near the line crosses it by chance, too.",
    de: "Haben zwischen {from} und {period} die Grenze von 1 überschritten, mit den Quotienten damals und jetzt. Wer nahe der Grenze steht, überschreitet sie auch zufällig.",
  },
  "region.moved.none": { en: "None.", de: "Keine." },
  "region.all": { en: "All of its specialisation", de: "Die ganze Spezialisierung" },
  "region.persona": { en: "Questions people come with", de: "Mit welchen Fragen man kommt" },
  "column.then": { en: "Then", de: "Damals" },
  "column.now": { en: "Now", de: "Jetzt" },

  "persona.manager": { en: "Cluster manager", de: "Clustermanagement" },
  "persona.policy": { en: "Policy", de: "Politik und Förderung" },
  "persona.science": { en: "Science", de: "Wissenschaft" },
  "persona.firm": { en: "Firm", de: "Unternehmen" },
  "persona.manager.q": { en: "What do we stand for, and with whom?", de: "Wofür stehen wir, und mit wem?" },
  "persona.manager.a": {
    en: "{top}: {times} times as frequent as elsewhere. Which members do it",
    de: "{top}: {times}-mal so häufig wie anderswo. Welche Mitglieder es tun",
  },
  "persona.policy.q": { en: "Where is support worth it?", de: "Wo lohnt sich Förderung?" },
  "persona.policy.a": {
    en: "Near, complex, and not yet here: “{option}”. The options by density and complexity",
    de: "Nah, komplex und noch nicht hier: „{option}“. Die Möglichkeiten nach Dichte und Komplexität",
  },
  "persona.policy.none": {
    en: "The options by density and complexity",
    de: "Die Möglichkeiten nach Dichte und Komplexität",
  },
  "persona.science.q": {
    en: "How sure is it, and how is it computed?",
    de: "Wie sicher ist das, und wie wird gerechnet?",
  },
  "persona.science.a": {
    en: "Measured on past entries beside the plain quotient; formulas and data",
    de: "Gemessen an früheren Einstiegen, neben dem bloßen Quotienten; Formeln und Daten",
  },
  "persona.firm.q": {
    en: "Where are skilled people, and who else is there?",
    de: "Wo sind Fachleute, und wer ist noch da?",
  },
  "persona.firm.a": {
    en: "Look up an activity, regions by number and quotient: {top}",
    de: "Eine Tätigkeit nachschlagen, Regionen nach Anzahl und Quotient: {top}",
  },

  "activity.kicker": {
    en: "Activity {code} · {title} · {period}",
    de: "Tätigkeit {code} · {title} · {period}",
  },
  "activity.lede": {
    en: "{total} {unit} in {known} regions; {having} of them have more than expected, most of all {top} ({times} times).",
    de: "{total} {unit} in {known} Regionen; in {having} davon mehr als erwartet, am meisten in {top} ({times}-mal).",
  },
  "activity.share": { en: "of everything", de: "von allem" },
  "activity.gini": { en: "concentration (Gini)", de: "Konzentration (Gini)" },
  "activity.pci": { en: "complexity (PCI)", de: "Komplexität (PCI)" },
  "activity.here": { en: "quotient in {region}", de: "Quotient in {region}" },
  "activity.regions": { en: "Regions", de: "Regionen" },
  "activity.regions.first": {
    en: "The {count} regions with the highest quotient of {all}; the files hold all of them.",
    de: "Die {count} Regionen mit dem höchsten Quotienten von {all}; die Dateien enthalten alle.",
  },
  "activity.manager.q": {
    en: "Who of us does it, and who is missing?",
    de: "Wer von uns tut es, und wer fehlt?",
  },
  "activity.manager.a": {
    en: "The members that show it, and the clusters nearby that have them",
    de: "Die Mitglieder, die es zeigen, und die Cluster nebenan, die sie haben",
  },
  "activity.policy.q": { en: "Is it worth support in {region}?", de: "Lohnt sich Förderung in {region}?" },
  "activity.policy.a": {
    en: "{has, select, yes {A strength of {region} already} other {Not a strength of {region} yet}} (quotient {quotient}). What it is related to, and how much of that is there",
    de: "{has, select, yes {Schon eine Stärke von {region}} other {Noch keine Stärke von {region}}} (Quotient {quotient}). Womit es verwandt ist, und wie viel davon da ist",
  },
  "activity.science.a": {
    en: "Concentration {gini}, after Krugman, over all regions; the data with source and licence",
    de: "Konzentration {gini}, nach Krugman, über alle Regionen; die Daten mit Quelle und Lizenz",
  },
  "activity.firm.a": {
    en: "Most of them are in {region} ({amount}). What else is there",
    de: "Die meisten gibt es in {region} ({amount}). Was dort sonst noch ist",
  },
} satisfies Messages;

export const sayPictures = speaker(pictureMessages);
