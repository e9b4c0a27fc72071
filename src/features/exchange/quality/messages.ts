import { type Messages, speaker } from "../../../kernel/messages.ts";

export const qualityMessages = {
  "quality.title": { en: "Quality of matches", de: "Güte der Vorschläge" },
  "quality.lede": {
    en: "{answered, plural, =0 {Of the suggestions of the last twelve months none was answered yet.} one {The one suggestion answered in the last twelve months was {percent, select, none {not good} other {good}}.} other {Of # suggestions answered in the last twelve months, {percent} were good.}}",
    de: "{answered, plural, =0 {Von den Vorschlägen der letzten zwölf Monate wurde noch keiner beantwortet.} one {Der eine beantwortete Vorschlag der letzten zwölf Monate war {percent, select, none {nicht gut} other {gut}}.} other {Von # beantworteten Vorschlägen der letzten zwölf Monate waren {percent} gut.}}",
  },
  "quality.lede.gaps": {
    en: "{matched, plural, =0 {No open need was matched yet.} other {{gaps, plural, =0 {No open need is without a good match.} one {One open need is without a good match.} other {# open needs are without a good match.}}}}",
    de: "{matched, plural, =0 {Noch wurde kein offener Bedarf verglichen.} other {{gaps, plural, =0 {Kein offener Bedarf ist ohne guten Vorschlag.} one {Ein offener Bedarf ist ohne guten Vorschlag.} other {# offene Bedarfe sind ohne guten Vorschlag.}}}}",
  },
  "quality.precision": { en: "good of those answered", de: "gut von den beantworteten" },
  "quality.precision.of": {
    en: "{answered} of {shown} answered",
    de: "{answered} von {shown} beantwortet",
  },
  "quality.median": { en: "days to an answer, at the median", de: "Tage bis zur Antwort, im Median" },
  "quality.median.of": { en: "{answered} of {asked} answered", de: "{answered} von {asked} beantwortet" },
  "quality.gaps": { en: "needs without a good match", de: "Bedarfe ohne guten Vorschlag" },
  "quality.gaps.of": { en: "of {open} open", de: "von {open} offenen" },
  "quality.gini": { en: "concentration (Gini)", de: "Konzentration (Gini)" },
  "quality.gini.of": { en: "{plain} by relevance alone", de: "{plain} allein nach Eignung" },

  "precision.title": { en: "Precision at 5 by month", de: "Treffer unter den ersten fünf je Monat" },
  "precision.sentence": {
    en: "Of the suggestions at the first five places that were answered, the share that was good: called good, or followed by an introduction.",
    de: "Anteil der guten unter den beantworteten Vorschlägen auf den ersten fünf Plätzen: als gut bezeichnet oder mit einer Vermittlung danach.",
  },
  "precision.source": {
    en: "answers in this cluster, since {since}; only needs that the team mediates",
    de: "Antworten in diesem Cluster, seit {since}; nur Bedarfe, die das Team vermittelt",
  },
  "precision.empty": {
    en: "Nobody has answered a suggestion yet. On the page of matches each can be called good or not relevant.",
    de: "Noch hat niemand auf einen Vorschlag geantwortet. Auf der Seite der Passenden lässt sich jeder als gut oder nicht passend bezeichnen.",
  },
  "answers.title": { en: "How long answers take", de: "Wie lange Antworten dauern" },
  "answers.sentence": {
    en: "Days from the question for an introduction to the yes or no, at the median, by the month of asking.",
    de: "Tage von der Bitte um eine Vermittlung bis zum Ja oder Nein, im Median, nach dem Monat der Bitte.",
  },
  "answers.empty": {
    en: "Nobody has asked for an introduction yet.",
    de: "Noch hat niemand um eine Vermittlung gebeten.",
  },
  "answers.records": { en: "The introductions", de: "Die Vermittlungen" },
  "gaps.title": { en: "Needs without a good match", de: "Bedarfe ohne guten Vorschlag" },
  "gaps.sentence": {
    en: "Here the cluster has a gap: look outside, ask peers, or win a new member.",
    de: "Hier hat der Cluster eine Lücke: außerhalb suchen, Nachbarcluster fragen oder ein neues Mitglied gewinnen.",
  },
  "gaps.empty": {
    en: "{matched, plural, =0 {No open need was matched yet; each is, when it is opened and every night.} one {The one open need has somebody who fits.} other {Each of the # open needs has somebody who fits.}}",
    de: "{matched, plural, =0 {Noch wurde kein offener Bedarf verglichen; das geschieht beim Öffnen und jede Nacht.} one {Zu dem einen offenen Bedarf passt jemand.} other {Zu jedem der # offenen Bedarfe passt jemand.}}",
  },
  "gaps.outside": { en: "Look outside", de: "Außerhalb suchen" },
  "spread.title": { en: "How suggestions are spread", de: "Wie sich die Vorschläge verteilen" },
  "spread.sentence": {
    en: "Which share of all suggestions at the first five places goes to the members who are suggested least. On the diagonal everybody is suggested as often; newcomers and small firms get their share before the order is final.",
    de: "Welcher Anteil aller Vorschläge auf den ersten fünf Plätzen auf die am seltensten vorgeschlagenen Mitglieder entfällt. Auf der Diagonale wird jedes gleich oft vorgeschlagen; Neue und kleine Firmen bekommen ihren Anteil, bevor die Reihenfolge feststeht.",
  },
  "spread.shown": { en: "As shown", de: "Wie gezeigt" },
  "spread.plain": { en: "By relevance alone", de: "Allein nach Eignung" },
  "spread.even": { en: "All equal", de: "Alle gleich" },
  "spread.members": { en: "By member", de: "Nach Mitglied" },
  "spread.axis": {
    en: "share of suggestions, by share of members",
    de: "Anteil der Vorschläge, nach Anteil der Mitglieder",
  },
  "spread.empty": { en: "Nothing was suggested yet.", de: "Noch wurde nichts vorgeschlagen." },
  "spread.source": {
    en: "suggestions shown in this cluster since {since}, {members, plural, one {one member} other {# members}}",
    de: "in diesem Cluster gezeigte Vorschläge seit {since}, {members, plural, one {ein Mitglied} other {# Mitglieder}}",
  },
  "learned.title": { en: "What the ranking has learnt", de: "Was die Reihenfolge gelernt hat" },
  "learned.none": {
    en: "Nothing yet: it goes by the weights every cluster starts with. Answers to suggestions teach it.",
    de: "Noch nichts: Es gelten die Gewichte, mit denen jeder Cluster beginnt. Antworten auf Vorschläge lehren sie.",
  },
  "suggestions.title": { en: "Suggestions shown", de: "Gezeigte Vorschläge" },
  "suggestions.lede": {
    en: "{count, plural, =0 {No suggestion.} one {One suggestion at the first five places.} other {# suggestions at the first five places.}}",
    de: "{count, plural, =0 {Kein Vorschlag.} one {Ein Vorschlag auf den ersten fünf Plätzen.} other {# Vorschläge auf den ersten fünf Plätzen.}}",
  },
  "suggestions.empty": {
    en: "Nothing was suggested here in this time.",
    de: "In dieser Zeit wurde hier nichts vorgeschlagen.",
  },
  "suggestions.back": { en: "Quality of matches", de: "Güte der Vorschläge" },
  "column.month": { en: "Month", de: "Monat" },
  "column.shown": { en: "Shown", de: "Gezeigt" },
  "column.answered": { en: "Answered", de: "Beantwortet" },
  "column.good": { en: "Good", de: "Gut" },
  "column.precision": { en: "Precision", de: "Trefferanteil" },
  "column.asked": { en: "Asked", de: "Gefragt" },
  "column.median": { en: "Median days", de: "Median in Tagen" },
  "column.need": { en: "Need", de: "Bedarf" },
  "column.of": { en: "Of", de: "Von" },
  "column.kind": { en: "Kind", de: "Art" },
  "column.deadline": { en: "Until", de: "Bis" },
  "column.best": { en: "Best fit", de: "Am besten passend" },
  "column.members": { en: "Share of members", de: "Anteil der Mitglieder" },
  "column.member": { en: "Member", de: "Mitglied" },
  "column.place": { en: "Rank", de: "Rang" },
  "column.fit": { en: "Fit", de: "Passend" },
  "column.said": { en: "Answer", de: "Antwort" },
  "column.act": { en: "Next", de: "Nächster Schritt" },
  "column.since": { en: "Member since", de: "Mitglied seit" },
  "column.day": { en: "First shown", de: "Zuerst gezeigt" },
  "said.good": { en: "good", de: "gut" },
  "said.introduced": { en: "introduction", de: "Vermittlung" },
  "said.not-relevant": { en: "not relevant", de: "nicht passend" },
} satisfies Messages;

export const sayQuality = speaker(qualityMessages);
