import type { Messages } from "../../../kernel/messages.ts";

export const planningMessages = {
  "plan.title": { en: "The plan of {title}", de: "Der Plan: {title}" },
  "plan.lede.none": {
    en: "There is no plan yet. It is made from wishes, times, rules and walls, and stays with the team until you publish it.",
    de: "Es gibt noch keinen Plan. Er entsteht aus Wünschen, Zeiten, Regeln und Mauern und bleibt beim Team, bis er veröffentlicht wird.",
  },
  "plan.lede.open": {
    en: "Wishes are still being said, until {until}. After that the talks can be planned.",
    de: "Noch werden Wünsche genannt, bis {until}. Danach lassen sich die Gespräche planen.",
  },
  "plan.lede.running": {
    en: "The plan is being made: {share} of the way.",
    de: "Der Plan entsteht gerade: {share} des Weges.",
  },
  "plan.lede.done": {
    en: "A plan with {talks, plural, one {one talk} other {# talks}} waits to be published. Nobody outside the team has seen it.",
    de: "Ein Plan mit {talks, plural, one {einem Gespräch} other {# Gesprächen}} wartet auf die Veröffentlichung. Außerhalb des Teams hat ihn niemand gesehen.",
  },
  "plan.lede.published": {
    en: "{talks, plural, one {One talk is planned} other {# talks are planned}}, and everybody has their schedule.",
    de: "{talks, plural, one {Ein Gespräch ist geplant} other {# Gespräche sind geplant}}, und alle haben ihren Plan.",
  },
  "plan.lede.over": {
    en: "{held, plural, =0 {No talk is known to have been held} one {One talk was held} other {# talks were held}}, {missed, plural, =0 {none fell out} one {one fell out} other {# fell out}}.",
    de: "{held, plural, =0 {Von keinem Gespräch ist bekannt, dass es geführt wurde} one {Ein Gespräch wurde geführt} other {# Gespräche wurden geführt}}, {missed, plural, =0 {keines fiel aus} one {eines fiel aus} other {# fielen aus}}.",
  },
  "plan.failed": {
    en: "The plan could not be made: {problem}",
    de: "Der Plan ließ sich nicht machen: {problem}",
  },
  "plan.stale": {
    en: "Since this plan was asked for, registrations, wishes or rules have changed. Making it anew takes them in.",
    de: "Seit der Bitte um diesen Plan haben sich Anmeldungen, Wünsche oder Regeln geändert. Ein neuer Plan nimmt sie auf.",
  },
  "plan.quality": { en: "How good it is", de: "Wie gut er ist" },
  "figure.plan-talks": { en: "talks", de: "Gespräche" },
  "figure.plan-talks.change": { en: "first come, first served: {count}", de: "nach Reihenfolge: {count}" },
  "figure.wishes-met": { en: "of the wishes that can be met", de: "der erfüllbaren Wünsche" },
  "figure.mutual-met": { en: "of those who both wish it", de: "derer, die es beide wünschen" },
  "figure.least": { en: "talks for whoever has fewest", de: "Gespräche für die mit den wenigsten" },
  "figure.gaps": { en: "gaps between talks", de: "Lücken zwischen Gesprächen" },
  "figure.gini": {
    en: "Gini of talks per person (0 is even)",
    de: "Gini der Gespräche je Person (0 ist gleich)",
  },
  "figure.table-use": { en: "of the tables in use", de: "der Tische genutzt" },
  "figure.first-come": { en: "first come: {value}", de: "nach Reihenfolge: {value}" },
  "plan.source": {
    en: "Made {age} from the wishes as they stood then. “First come” books the same wishes in the order in which they came in.",
    de: "Gemacht {age} aus den Wünschen, wie sie da standen. „Nach Reihenfolge“ bucht dieselben Wünsche so, wie sie eingingen.",
  },
  "act.plan-anew": { en: "Make the plan", de: "Plan machen" },
  "act.plan-again": { en: "Make it anew", de: "Neu machen" },
  "act.plan-around": { en: "Mend around what stands", de: "Um das Bestehende flicken" },
  "act.plan-anew.published": { en: "Plan all anew", de: "Alles neu planen" },
  "act.publish": { en: "Publish the plan", de: "Plan veröffentlichen" },
  "act.publish.changes": { en: "Publish the changes", de: "Änderungen veröffentlichen" },
  "act.look-again": { en: "Look again", de: "Noch einmal nachsehen" },
  "plan.changes": {
    en: "{added, plural, =0 {No new talk} one {One new talk} other {# new talks}}, {moved, plural, =0 {none moved} one {one moved} other {# moved}}, {cancelled, plural, =0 {none called off} one {one called off} other {# called off}}.",
    de: "{added, plural, =0 {Kein neues Gespräch} one {Ein neues Gespräch} other {# neue Gespräche}}, {moved, plural, =0 {keines verlegt} one {eines verlegt} other {# verlegt}}, {cancelled, plural, =0 {keines abgesagt} one {eines abgesagt} other {# abgesagt}}.",
  },
  "grid.slots": { en: "Slots", de: "Zeitfenster" },
  "grid.title": { en: "Slot by slot", de: "Termin für Termin" },
  "grid.draft": { en: "Draft", de: "Entwurf" },
  "grid.none": { en: "There are no talks yet.", de: "Noch gibt es keine Gespräche." },
  "grid.none.rules": {
    en: "The plan has no talk at all: either nobody wishes to meet, or rules and walls allow none of the wishes.",
    de: "Der Plan hat kein einziges Gespräch: Entweder wünscht niemand eines, oder Regeln und Mauern lassen keinen der Wünsche zu.",
  },
  "column.slot": { en: "When", de: "Wann" },
  "column.one": { en: "Who", de: "Wer" },
  "column.other": { en: "With whom", de: "Mit wem" },
  "column.meeting-state": { en: "State", de: "Stand" },
  "column.change": { en: "Change", de: "Änderung" },
  "change.new": { en: "new", de: "neu" },
  "change.moved": { en: "moved", de: "verlegt" },
  "done.planning": {
    en: "The plan is being made. This page shows how far it is.",
    de: "Der Plan entsteht. Diese Seite zeigt, wie weit er ist.",
  },
  "done.published": {
    en: "Published. Everybody gets their schedule by letter, with a calendar file.",
    de: "Veröffentlicht. Alle bekommen ihren Plan per Brief, mit Kalenderdatei.",
  },
  "problem.not-now": {
    en: "Talks can be planned once wishes are closed.",
    de: "Planen lässt sich, sobald die Wünsche geschlossen sind.",
  },
  "problem.no-plan": {
    en: "This plan was replaced by a newer one. Look at it again.",
    de: "Diesen Plan hat ein neuerer abgelöst. Bitte noch einmal ansehen.",
  },
  "because.replanned": { en: "The plan was changed.", de: "Der Plan wurde geändert." },
  "because.dropped-out": { en: "{name} cannot come.", de: "{name} kann nicht kommen." },
  "told.plan-ready": {
    en: "The plan of “{title}” is ready: {talks, plural, one {one talk} other {# talks}}.",
    de: "Der Plan für „{title}“ ist fertig: {talks, plural, one {ein Gespräch} other {# Gespräche}}.",
  },
  "told.replanned": {
    en: "Somebody dropped out of “{title}”. A mended plan with {talks, plural, one {one talk} other {# talks}} waits for you to publish it.",
    de: "Bei „{title}“ ist jemand abgesprungen. Ein geflickter Plan mit {talks, plural, one {einem Gespräch} other {# Gesprächen}} wartet auf die Veröffentlichung.",
  },
} satisfies Messages;
