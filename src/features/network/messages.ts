import { type Messages, type Say, speaker } from "../../kernel/messages.ts";
import { linkWords, natureKey } from "../link-words/feature.ts";

export const networkMessages = {
  ...linkWords,
  title: { en: "Network", de: "Netzwerk" },
  "title.of": { en: "Network · {cluster}", de: "Netzwerk · {cluster}" },
  lede: {
    en: "{actors, plural, =0 {Nobody is a visible member yet.} one {One actor, and nobody to be linked with.} other {{actorsText} actors {links, plural, =0 {and no link between them in this view.} one {and one link between them.} other {and {linksText} links between them; {isolated, plural, =0 {nobody stands alone} one {one stands alone} other {# stand alone}}.}}}}",
    de: "{actors, plural, =0 {Noch ist kein Mitglied sichtbar.} one {Ein Akteur, und niemand, mit dem er verbunden wäre.} other {{actorsText} Akteure {links, plural, =0 {und keine Verbindung zwischen ihnen in dieser Ansicht.} one {und eine Verbindung zwischen ihnen.} other {und {linksText} Verbindungen zwischen ihnen; {isolated, plural, =0 {niemand steht allein} one {einer steht allein} other {# stehen allein}}.}}}}",
  },
  "lede.brokers": { en: "Most paths lead through {names}.", de: "Die meisten Wege führen über {names}." },
  "lede.hidden": {
    en: "{count} of {all} links pass the filter.",
    de: "{count} von {all} Verbindungen passen zum Filter.",
  },
  "being-laid-out": {
    en: "The network is being laid out. Until then it stands in a circle, and who connects whom is not yet reckoned; load the page again in a moment.",
    de: "Das Netzwerk wird gerade angeordnet. Bis dahin steht es im Kreis, und wer wen verbindet, ist noch nicht berechnet; die Seite gleich noch einmal laden.",
  },

  "figure.actors": { en: "actors", de: "Akteure" },
  "figure.partners": { en: "{count} of them outside", de: "davon {count} außerhalb" },
  "figure.links": { en: "links", de: "Verbindungen" },
  "figure.pairs": { en: "{count} pairs", de: "{count} Paare" },
  "figure.density": { en: "density", de: "Dichte" },
  "figure.components": { en: "connected parts", de: "zusammenhängende Teile" },
  "figure.largest": { en: "largest {count}", de: "größter {count}" },
  "figure.isolated": { en: "stand alone", de: "stehen allein" },
  "figure.communities": { en: "communities", de: "Gemeinschaften" },

  "tab.graph": { en: "Graph", de: "Netz" },
  "tab.actors": { en: "Actors", de: "Akteure" },
  "tab.links": { en: "Links", de: "Verbindungen" },
  tabs: { en: "Ways to see the network", de: "Ansichten des Netzwerks" },
  "picture.title": { en: "Who is linked with whom", de: "Wer mit wem verbunden ist" },
  "picture.name": {
    en: "Network of {actors} actors and {links} links; the lists below hold the same.",
    de: "Netzwerk aus {actors} Akteuren und {links} Verbindungen; die Listen darunter enthalten dasselbe.",
  },
  "picture.source": {
    en: "Laid out on {date} from {audience, select, public {what is public} other {what everybody in the cluster sees}}. Closeness means shared links, size the number of neighbours.",
    de: "Angeordnet am {date} aus dem, was {audience, select, public {öffentlich} other {im Cluster für alle}} sichtbar ist. Nähe bedeutet gemeinsame Verbindungen, Größe die Zahl der Nachbarn.",
  },
  "picture.circle": {
    en: "A circle by community, until the layout is reckoned.",
    de: "Ein Kreis nach Gemeinschaften, bis die Anordnung berechnet ist.",
  },
  "picture.left-out": {
    en: "The strongest partners are shown; {count, plural, one {one weaker is} other {# weaker are}} left out.",
    de: "Gezeigt sind die stärksten Partner; {count, plural, one {ein schwächerer fehlt} other {# schwächere fehlen}}.",
  },
  "graph.print": { en: "GraphML for Gephi", de: "GraphML für Gephi" },
  "legend.more": { en: "smaller communities and none", de: "kleinere Gemeinschaften und keine" },
  "graph.keys": {
    en: "Arrow keys move along the links, plus and minus zoom, Enter opens the organisation, Escape lets go.",
    de: "Pfeiltasten gehen den Verbindungen nach, Plus und Minus vergrößern, Enter öffnet die Organisation, Escape lässt los.",
  },
  "graph.in": { en: "Zoom in", de: "Vergrößern" },
  "graph.out": { en: "Zoom out", de: "Verkleinern" },
  "graph.whole": { en: "Whole network", de: "Ganzes Netz" },
  "graph.find": { en: "Jump to an actor", de: "Zu einem Akteur springen" },
  "graph.none": { en: "No actor of this name in view", de: "Kein Akteur dieses Namens in der Ansicht" },

  "kind.enterprise": { en: "enterprise", de: "Unternehmen" },
  "kind.research": { en: "research", de: "Forschung" },
  "kind.authority": { en: "authority", de: "Behörde" },
  "kind.development": { en: "development institution", de: "Förderinstitution" },
  "kind.association": { en: "association", de: "Verband" },
  "kind.finance": { en: "finance", de: "Finanzierung" },
  "kind.service": { en: "service", de: "Dienstleister" },
  "kind.inventor": { en: "inventor", de: "Erfinderin oder Erfinder" },
  "role.anchor": { en: "anchor", de: "Anker" },
  "role.core": { en: "core", de: "Kern" },
  "role.associate": { en: "associate", de: "assoziiert" },
  "role.partner": { en: "partner", de: "Partner" },
  "role.outside": { en: "outside partner", de: "Partner außerhalb" },
  "origin.derived": { en: "derived from records", de: "aus Datensätzen abgeleitet" },

  filters: { en: "What is shown", de: "Was gezeigt wird" },
  "filter.colour": { en: "Colour", de: "Farbe" },
  "colour.kind": { en: "by kind", de: "nach Art" },
  "colour.community": { en: "by community", de: "nach Gemeinschaft" },
  "filter.with": { en: "Actors", de: "Akteure" },
  "with.members": { en: "members", de: "Mitglieder" },
  "with.partners": { en: "with partners", de: "mit Partnern" },
  "filter.type": { en: "Type of link", de: "Art der Verbindung" },
  "filter.evidence": { en: "Evidence", de: "Beleg" },
  "filter.from": { en: "Alive from year", de: "Bestehend ab Jahr" },
  "filter.to": { en: "until year", de: "bis Jahr" },
  "filter.min": { en: "Shared projects at least", de: "Gemeinsame Projekte mindestens" },
  "filter.apply": { en: "Show", de: "Zeigen" },
  "filter.clear": { en: "Show everything", de: "Alles zeigen" },

  brokers: { en: "Brokers", de: "Vermittler" },
  "brokers.empty": {
    en: "{laid, select, yes {No actor stands between others here.} other {Reckoned when the network is laid out.}}",
    de: "{laid, select, yes {Kein Akteur steht hier zwischen anderen.} other {Wird berechnet, sobald das Netzwerk angeordnet ist.}}",
  },
  "broker.share": { en: "on {share} of the shortest paths", de: "auf {share} der kürzesten Wege" },
  "broker.joins": {
    en: "joins {count, plural, one {one community} other {# communities}}",
    de: "verbindet {count, plural, one {eine Gemeinschaft} other {# Gemeinschaften}}",
  },
  "broker.parts": {
    en: "without it {count, plural, one {one more part} other {# more parts}} would stand apart",
    de: "ohne ihn {count, plural, one {stünde ein weiterer Teil} other {stünden # weitere Teile}} für sich",
  },
  isolated: { en: "Standing alone", de: "Stehen allein" },
  "isolated.empty": {
    en: "Nobody: every actor is linked with another.",
    de: "Niemand: Jeder Akteur ist mit einem anderen verbunden.",
  },
  "isolated.partners-outside": {
    en: "linked with {partners, plural, one {one organisation} other {# organisations}} outside, with no member here",
    de: "mit {partners, plural, one {einer Organisation} other {# Organisationen}} außerhalb verbunden, mit keinem Mitglied hier",
  },
  "isolated.no-link": {
    en: "no link known, neither here nor outside",
    de: "keine Verbindung bekannt, weder hier noch außerhalb",
  },
  "isolated.filtered": { en: "no link that passes the filter", de: "keine Verbindung, die zum Filter passt" },
  "isolated.all": { en: "all {count}", de: "alle {count}" },
  communities: { en: "Communities", de: "Gemeinschaften" },
  "communities.empty": {
    en: "Without links there are no communities.",
    de: "Ohne Verbindungen gibt es keine Gemeinschaften.",
  },
  "community.around": { en: "around {name}", de: "um {name}" },
  "community.with": { en: "with {names}", de: "mit {names}" },
  "community.size": {
    en: "{count, plural, one {one actor} other {# actors}}",
    de: "{count, plural, one {ein Akteur} other {# Akteure}}",
  },

  selected: { en: "Selected", de: "Ausgewählt" },
  "selected.none": {
    en: "Choose an actor in the graph, or find one by name.",
    de: "Einen Akteur im Netz wählen oder nach Namen suchen.",
  },
  "selected.find": { en: "Find an actor", de: "Akteur finden" },
  "selected.found-none": {
    en: "No actor in view is called “{query}”.",
    de: "Kein Akteur in dieser Ansicht heißt „{query}“.",
  },
  "selected.summary": {
    en: "{degree, plural, =0 {Linked with nobody in this view.} one {Linked with one actor.} other {Linked with # actors.}}",
    de: "{degree, plural, =0 {In dieser Ansicht mit niemandem verbunden.} one {Mit einem Akteur verbunden.} other {Mit # Akteuren verbunden.}}",
  },
  "selected.pair": { en: "What links {one} and {other}", de: "Was {one} und {other} verbindet" },
  "selected.open": { en: "Open the organisation", de: "Organisation öffnen" },
  "selected.table": { en: "all {count} as a table", de: "alle {count} als Tabelle" },
  "selected.drop": { en: "Let go", de: "Auswahl aufheben" },
  "actor.title": { en: "{name} in the network", de: "{name} im Netzwerk" },
  "actor.back": { en: "Back to the whole network", de: "Zurück zum ganzen Netzwerk" },
  "column.name": { en: "Actor", de: "Akteur" },
  "column.kind": { en: "Kind", de: "Art" },
  "column.place": { en: "Place", de: "Ort" },
  "column.country": { en: "Country", de: "Land" },
  "column.role": { en: "Membership", de: "Mitgliedschaft" },
  "column.degree": { en: "Linked with", de: "Verbunden mit" },
  "column.community": { en: "Community", de: "Gemeinschaft" },
  "column.share": { en: "Shortest paths", de: "Kürzeste Wege" },
  "column.part": { en: "Part", de: "Teil" },
  "column.from": { en: "From", de: "Von" },
  "column.to": { en: "To", de: "Zu" },
  "column.type": { en: "Type", de: "Art" },
  "column.nature": { en: "Relation", de: "Beziehung" },
  "column.origin": { en: "Evidence", de: "Beleg" },
  "column.records": { en: "Records", de: "Datensätze" },
  "column.since": { en: "Since", de: "Seit" },
  "column.until": { en: "Until", de: "Bis" },
  "column.years": { en: "Years", de: "Jahre" },
  "column.strength": { en: "Strength", de: "Stärke" },
  "actors.caption": { en: "Actors of the network, {count}", de: "Akteure des Netzwerks, {count}" },
  "actors.empty": {
    en: "No actor fits. Show everything again?",
    de: "Kein Akteur passt. Wieder alles zeigen?",
  },
  "links.caption": { en: "Links of the network, {count}", de: "Verbindungen des Netzwerks, {count}" },
  "links.empty": { en: "No link passes the filter.", de: "Keine Verbindung passt zum Filter." },
  "links.none": {
    en: "No link is known between these actors. Joint projects bring links by themselves; others can be declared.",
    de: "Zwischen diesen Akteuren ist keine Verbindung bekannt. Gemeinsame Projekte bringen Verbindungen von selbst; andere lassen sich angeben.",
  },
  "links.of": { en: "Only links of {name}", de: "Nur Verbindungen von {name}" },
  "records.more": { en: "and {count} more", de: "und {count} weitere" },
  "time.since": { en: "since {year}", de: "seit {year}" },
  "isolated.only": { en: "Only those who stand alone", de: "Nur wer allein steht" },

  reckoned: { en: "How this is reckoned", de: "Wie das berechnet ist" },
  "reckoned.density": {
    en: "Density: {pairs} of {possible} possible pairs are linked. Several links between the same two count once.",
    de: "Dichte: {pairs} von {possible} möglichen Paaren sind verbunden. Mehrere Verbindungen zwischen denselben zweien zählen einmal.",
  },
  "reckoned.share": {
    en: "Brokers: share of the shortest paths between any two others that lead through an actor (betweenness, Brandes 2001{sampled, select, yes {; estimated from {sources} actors} other {}}).",
    de: "Vermittler: Anteil der kürzesten Wege zwischen je zwei anderen, die über einen Akteur führen (Betweenness, Brandes 2001{sampled, select, yes {; geschätzt von {sources} Akteuren aus} other {}}).",
  },
  "reckoned.communities": {
    en: "Communities: linked more among themselves than with the rest (Louvain, Blondel et al. 2008; modularity {modularity}).",
    de: "Gemeinschaften: untereinander stärker verbunden als mit dem Rest (Louvain, Blondel u. a. 2008; Modularität {modularity}).",
  },
  "reckoned.seen": {
    en: "Places, brokers and communities come from {audience, select, public {what is public} other {what everybody in the cluster sees}}, as of {date}, whatever the filter; degrees, parts and density from the links in view.",
    de: "Plätze, Vermittler und Gemeinschaften stammen aus dem, was {audience, select, public {öffentlich} other {im Cluster für alle}} sichtbar ist, Stand {date}, gleich welcher Filter; Grade, Teile und Dichte aus den Verbindungen in der Ansicht.",
  },
  "reckoned.links": {
    en: "Links: joint projects in CORDIS (© European Union), weighted by 1 / (partners − 1) for each shared project, and what members declared.",
    de: "Verbindungen: gemeinsame Projekte in CORDIS (© Europäische Union), je gemeinsames Projekt mit 1 / (Beteiligte − 1) gewichtet, und was Mitglieder angegeben haben.",
  },

  "nature.contract": { en: "contract", de: "Vertrag" },
  "nature.joint-venture": { en: "joint venture", de: "Gemeinschaftsunternehmen" },
  "nature.alliance": { en: "alliance", de: "Allianz" },
  "nature.joint-project": { en: "joint projects", de: "gemeinsame Projekte" },
  "nature.knows": { en: "personal contact", de: "persönlicher Kontakt" },
  "nature.neighbours": { en: "neighbours", de: "Nachbarn" },
} satisfies Messages;

export const sayNetwork = speaker(networkMessages);
export type NetworkSay = Say<typeof networkMessages>;

const word =
  (group: string) =>
  (say: NetworkSay, value: string): string => {
    const key = `${group}.${value}`;
    return key in networkMessages ? say(key as keyof typeof networkMessages) : value;
  };

export const kindWord = word("kind");
export const typeWord = word("type");
export const originWord = word("origin");
/** What the first actor of a link does with the second; `back`: what the second says of the first. */
export const natureWord = (say: NetworkSay, nature: string, side: "forth" | "back" = "forth"): string => {
  const key = natureKey(nature, side, networkMessages);
  return key ? say(key) : nature;
};
export const roleWord = (say: NetworkSay, role: string | null) => word("role")(say, role ?? "outside");
