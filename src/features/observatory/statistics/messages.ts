import { type Messages, speaker } from "../../../kernel/messages.ts";

export const statisticsMessages = {
  "statistics.title": { en: "Statistics", de: "Statistik" },
  "statistics.lede": {
    en: "{count, plural, =0 {No table was given out yet.} one {One table was given out.} other {# tables were given out.}} They tell of the cluster and of nobody in it.",
    de: "{count, plural, =0 {Noch wurde keine Tabelle herausgegeben.} one {Eine Tabelle wurde herausgegeben.} other {# Tabellen wurden herausgegeben.}} Sie erzählen vom Cluster und von niemandem darin.",
  },
  "statistics.headline": {
    en: "{count, plural, one {table given out that tells} other {tables given out that tell}} of the cluster and of nobody in it",
    de: "{count, plural, one {herausgegebene Tabelle, die vom Cluster erzählt} other {herausgegebene Tabellen, die vom Cluster erzählen}} und von niemandem darin",
  },
  "statistics.empty": {
    en: "Tables of members, places, funding and needs appear here once the team has given them out.",
    de: "Tabellen zu Mitgliedern, Orten, Förderung und Bedarfen stehen hier, sobald das Team sie herausgegeben hat.",
  },
  "statistics.dot": {
    en: "“·” and what is not listed: nobody is there, or the figure is kept back, because it or one that would follow from it is of fewer than {minimum} organisations or mostly of one. Which of these it is is not said of any.",
    de: "„·“ und was nicht aufgeführt ist: Dort ist niemand, oder die Zahl ist zurückgehalten, weil sie oder eine, die aus ihr folgte, auf weniger als {minimum} Organisationen beruht oder überwiegend auf einer. Was davon zutrifft, wird bei keiner gesagt.",
  },
  "statistics.shown": {
    en: "{shown, plural, =0 {No figure can be shown: each, or its difference from what is out already, would tell of few.} one {One figure is shown.} other {# figures are shown.}}",
    de: "{shown, plural, =0 {Keine Zahl lässt sich zeigen: Jede, oder ihr Unterschied zu dem, was schon heraus ist, würde von wenigen erzählen.} one {Eine Zahl wird gezeigt.} other {# Zahlen werden gezeigt.}}",
  },
  "statistics.total": { en: "all", de: "alle" },
  "statistics.unknown": {
    en: "Who states nothing is counted in “all” only.",
    de: "Wer nichts angibt, ist nur in „alle“ gezählt.",
  },
  "statistics.as-of": { en: "as of {day}", de: "Stand {day}" },
  "statistics.source": {
    en: "the cluster’s own records, {day}; made {made}",
    de: "die eigenen Datensätze des Clusters, {day}; erstellt {made}",
  },
  "statistics.history": { en: "All tables given out", de: "Alle herausgegebenen Tabellen" },
  "statistics.table": { en: "Table", de: "Tabelle" },
  "statistics.day": { en: "As of", de: "Stand" },
  "statistics.state": { en: "State", de: "Zustand" },
  "state.making": { en: "being made", de: "wird erstellt" },
  "state.out": { en: "given out", de: "herausgegeben" },
  "state.failed": {
    en: "not made: earlier tables already tell too much under these rules",
    de: "nicht erstellt: Frühere Tabellen sagen nach diesen Regeln schon zu viel",
  },
  "map.kept": { en: "nobody there, or kept back", de: "niemand dort, oder zurückgehalten" },
  "map.label": {
    en: "Map: {title}. The table below has the same figures.",
    de: "Karte: {title}. Die Tabelle darunter hat dieselben Zahlen.",
  },
  "map.of": { en: "On the map", de: "Auf der Karte" },
  "make.title": { en: "Give out a table", de: "Eine Tabelle herausgeben" },
  "make.text": {
    en: "The table is made of today’s records and frozen. What is out cannot be called back: every later table is made so that nothing follows from all of them together.",
    de: "Die Tabelle entsteht aus den Datensätzen von heute und bleibt so stehen. Was herausgegeben ist, lässt sich nicht zurückholen: Jede spätere Tabelle wird so erstellt, dass auch aus allen zusammen nichts folgt.",
  },
  "make.topic": { en: "Table", de: "Tabelle" },
  "make.minimum": {
    en: "At least so many organisations in a figure",
    de: "Mindestens so viele Organisationen je Zahl",
  },
  "make.minimum.hint": { en: "3 to 20", de: "3 bis 20" },
  "make.visibility": { en: "Who reads it", de: "Wer sie liest" },
  "make.visibility.peers": {
    en: "the cluster and the authorities in it",
    de: "der Cluster und die Behörden darin",
  },
  "make.visibility.public": { en: "everybody", de: "alle" },
  "make.submit": { en: "Give out", de: "Herausgeben" },
  "make.problem.topic": { en: "Choose one of the tables.", de: "Wählen Sie eine der Tabellen." },
  "make.problem.minimum": {
    en: "Give a whole number from 3 to 20.",
    de: "Geben Sie eine ganze Zahl von 3 bis 20 an.",
  },
  "make.problem.visibility": { en: "Choose who reads it.", de: "Wählen Sie, wer sie liest." },
  "make.done": {
    en: "The table is being made. Open this page again in a moment.",
    de: "Die Tabelle wird erstellt. Öffnen Sie diese Seite gleich noch einmal.",
  },
  "own.title": { en: "Your organisation among the members", de: "Ihre Organisation unter den Mitgliedern" },
  "own.text": {
    en: "Beside {others, plural, one {one other member} other {# other members}} of the same kind, from records open to the whole cluster. Half of them lie between the two quartiles.",
    de: "Neben {others, plural, one {einem anderen Mitglied} other {# anderen Mitgliedern}} derselben Art, aus Datensätzen, die dem ganzen Cluster offen sind. Die Hälfte von ihnen liegt zwischen den beiden Quartilen.",
  },
  "own.few": {
    en: "There are too few other members of the same kind for a comparison that would tell of none of them.",
    de: "Es gibt zu wenige andere Mitglieder derselben Art für einen Vergleich, der von keinem von ihnen erzählte.",
  },
  "own.measure": { en: "Measure", de: "Größe" },
  "own.own": { en: "You", de: "Sie" },
  "own.low": { en: "Lower quartile", de: "Unteres Quartil" },
  "own.middle": { en: "Median", de: "Median" },
  "own.high": { en: "Upper quartile", de: "Oberes Quartil" },
  "own.links": { en: "links with others", de: "Verbindungen zu anderen" },
  "own.projects": { en: "public projects", de: "öffentliche Projekte" },
  "own.funding": { en: "public funding in euros", de: "öffentliche Förderung in Euro" },
  "own.searches": { en: "open needs and offers", de: "offene Bedarfe und Angebote" },
  nav: { en: "Statistics", de: "Statistik" },
} satisfies Messages;

export const sayStatistics = speaker(statisticsMessages);
