import { speaker } from "../../../kernel/messages.ts";

export const stageMessages = {
  "stage.title": { en: "Stage of the cluster", de: "Stufe des Clusters" },
  "stage.lede": {
    en: "{cluster} is {stage}.{missing, plural, =0 {} one { One thing is missing for the next stage.} other { # things are missing for the next stage.}}",
    de: "{cluster} ist {stage}.{missing, plural, =0 {} one { Zur nächsten Stufe fehlt eines.} other { Zur nächsten Stufe fehlt # Mal etwas.}}",
  },
  "stage.computing": {
    en: "The stage has not been computed yet. It is looked at once an hour.",
    de: "Die Stufe ist noch nicht berechnet. Sie wird stündlich angesehen.",
  },
  "stage.industrial": { en: "industrial", de: "industriell" },
  "stage.innovation-active": { en: "innovation-active", de: "innovationsaktiv" },
  "stage.innovation-intensive": { en: "innovation-intensive", de: "innovationsintensiv" },
  "stage.network": { en: "a network", de: "ein Netzwerk" },
  "stage.systemic": { en: "systemic", de: "systemisch" },
  "text.industrial": {
    en: "Members work side by side; what they do together is not recorded.",
    de: "Mitglieder arbeiten nebeneinander; gemeinsames Tun ist nicht verzeichnet.",
  },
  "text.innovation-active": {
    en: "A part of the members is linked and works on joint projects.",
    de: "Ein Teil der Mitglieder ist verbunden und arbeitet in gemeinsamen Projekten.",
  },
  "text.innovation-intensive": {
    en: "Joint projects are common, and the first links run digitally.",
    de: "Gemeinsame Projekte sind üblich, und die ersten Beziehungen laufen digital.",
  },
  "text.network": {
    en: "Most are linked, and common platforms carry a part of the work.",
    de: "Die meisten sind verbunden, und gemeinsame Plattformen tragen einen Teil der Arbeit.",
  },
  "text.systemic": {
    en: "Work runs over common platforms from development to service, and reaches into public services.",
    de: "Die Arbeit läuft von der Entwicklung bis zum Service über gemeinsame Plattformen und reicht in öffentliche Dienste.",
  },
  "measure.linked": { en: "Members linked to another one", de: "Mitglieder mit Beziehung zu einem anderen" },
  "measure.joint": { en: "Members in a joint project", de: "Mitglieder in einem gemeinsamen Projekt" },
  "measure.platforms": {
    en: "Members with a platform in the register",
    de: "Mitglieder mit einer Plattform im Verzeichnis",
  },
  "measure.digital": {
    en: "Links over a portal or from system to system, of those whose level is known",
    de: "Beziehungen über Portal oder System, von denen mit bekannter Art",
  },
  "measure.common": { en: "Members on a common platform", de: "Mitglieder auf einer gemeinsamen Plattform" },
  "measure.processes": {
    en: "Processes that run on a common platform",
    de: "Prozesse auf einer gemeinsamen Plattform",
  },
  "measure.together": {
    en: "Members in the largest group held together by digital links",
    de: "Mitglieder in der größten digital verbundenen Gruppe",
  },
  "measure.public": {
    en: "Outer platforms that reach public services",
    de: "Äußere Plattformen zu öffentlichen Diensten",
  },
  "missing.title": {
    en: "What is missing for the next stage: {stage}",
    de: "Was zur nächsten Stufe fehlt: {stage}",
  },
  "missing.none": { en: "The highest stage is reached.", de: "Die höchste Stufe ist erreicht." },
  "missing.more": {
    en: "{more, plural, one {one more} other {# more}}",
    de: "{more, plural, one {eins mehr} other {# mehr}}",
  },
  "rules.title": { en: "The rules", de: "Die Regeln" },
  "rules.sentence": {
    en: "A stage is reached where all its conditions hold, and those of the stages before. The thresholds are our own: state them with the result.",
    de: "Eine Stufe ist erreicht, wo alle ihre Bedingungen gelten und die der Stufen davor. Die Schwellen sind eigene: Nennen Sie sie mit dem Ergebnis.",
  },
  "column.stage": { en: "Stage", de: "Stufe" },
  "column.condition": { en: "Asks for", de: "Verlangt" },
  "column.reached": { en: "Reached", de: "Erreicht" },
  "reached.yes": { en: "yes", de: "ja" },
  "reached.no": { en: "not yet", de: "noch nicht" },
  "column.measure": { en: "What is looked at", de: "Betrachtet" },
  "column.value": { en: "Today", de: "Heute" },
  "column.least": { en: "At least", de: "Mindestens" },
  "column.missing": { en: "Missing", de: "Es fehlt" },
  "column.month": { en: "Month", de: "Monat" },
  "way.title": { en: "The way so far", de: "Der Weg bisher" },
  source: {
    en: "{links} links between {members} members (of {known} the digital level is known), projects and the register of platforms, as far as they are open to all of the cluster and walled from nobody; computed {day}",
    de: "{links} Beziehungen zwischen {members} Mitgliedern (von {known} ist die digitale Art bekannt), Projekte und Verzeichnis der Plattformen, soweit sie dem ganzen Cluster offenstehen; berechnet {day}",
  },
  few: { en: "too few to tell", de: "zu wenige, um es zu sagen" },
};

export const sayStage = speaker(stageMessages);
