import type { Messages } from "../../../kernel/messages.ts";

export const choiceMessages = {
  "choices.title": { en: "Letters and feed", de: "Briefe und Feed" },
  "choices.kicker": { en: "Notices", de: "Mitteilungen" },
  "choices.lede": {
    en: "Notices are always on their page; letters go to {email} as often as chosen here.",
    de: "Mitteilungen stehen immer auf ihrer Seite; Briefe gehen an {email}, so oft wie hier gewählt.",
  },
  "choices.how-often": { en: "How often by letter", de: "Wie oft als Brief" },
  "choices.everything": { en: "All topics", de: "Alle Themen" },
  "choices.everything.hint": {
    en: "Where nothing else is chosen below, and for topics yet to come. As it fits: at once where an answer is waited for, otherwise daily.",
    de: "Wo unten nichts anderes gewählt ist, auch für künftige Themen. Wie es passt: sofort, wo eine Antwort erwartet wird, sonst täglich.",
  },
  "choices.house": { en: "As it fits", de: "Wie es passt" },
  "choices.like-everything": { en: "As for all topics", de: "Wie für alle Themen" },
  "frequency.at-once": { en: "At once", de: "Sofort" },
  "frequency.daily": { en: "Daily", de: "Täglich" },
  "frequency.weekly": { en: "Weekly, on Monday", de: "Wöchentlich, montags" },
  "frequency.monthly": { en: "Monthly, on the first", de: "Monatlich, am Ersten" },
  "frequency.never": { en: "Never", de: "Nie" },
  "choices.always": {
    en: "Letters about the safety of the account always come at once.",
    de: "Briefe zur Sicherheit des Kontos kommen immer sofort.",
  },
  "choices.when": {
    en: "Collected letters are written at 06:00 UTC, and only when there is something unread to tell.",
    de: "Gesammelte Briefe entstehen um 06:00 UTC und nur, wenn es Ungelesenes gibt.",
  },
  "choices.kept": { en: "The choice is kept.", de: "Die Wahl ist gemerkt." },
  "choices.odd": { en: "This is not one of the choices.", de: "Das ist keine der Möglichkeiten." },

  "unsubscribe.title": { en: "Fewer letters", de: "Weniger Briefe" },
  "unsubscribe.topic": {
    en: "Letters about “{topic}” to {email} end. The notices themselves stay on their page.",
    de: "Briefe über „{topic}“ an {email} enden. Die Mitteilungen selbst bleiben auf ihrer Seite.",
  },
  "unsubscribe.all": {
    en: "All letters about notices to {email} end. The notices themselves stay on their page.",
    de: "Alle Briefe über Mitteilungen an {email} enden. Die Mitteilungen selbst bleiben auf ihrer Seite.",
  },
  "unsubscribe.button": { en: "End these letters", de: "Diese Briefe beenden" },
  "unsubscribe.settings": { en: "Choose for every topic", de: "Für jedes Thema wählen" },
  "unsubscribe.done": { en: "Done: no more such letters", de: "Erledigt: keine solchen Briefe mehr" },
  "unsubscribe.done.text": {
    en: "It can be chosen otherwise at any time.",
    de: "Das lässt sich jederzeit anders wählen.",
  },
  "unsubscribe.gone": { en: "This address does not work", de: "Diese Adresse funktioniert nicht" },
  "unsubscribe.gone.text": {
    en: "It may have been cut off on its way. Every choice about letters can be made after signing in.",
    de: "Vielleicht wurde sie unterwegs abgeschnitten. Nach der Anmeldung lässt sich alles zu Briefen wählen.",
  },

  "feed.title": { en: "A private feed", de: "Ein eigener Feed" },
  "feed.name": { en: "Notices for {name}", de: "Mitteilungen für {name}" },
  "feed.what": {
    en: "A feed reader shows the notices by a secret address (Atom). Whoever knows the address reads along; when it ends, it ends at once.",
    de: "Ein Feedreader zeigt die Mitteilungen über eine geheime Adresse (Atom). Wer die Adresse kennt, liest mit; endet sie, dann sofort.",
  },
  "feed.none": { en: "No feed yet.", de: "Noch kein Feed." },
  "feed.since": { en: "The feed has existed since {day}.", de: "Den Feed gibt es seit {day}." },
  "feed.make": { en: "Make a feed", de: "Feed anlegen" },
  "feed.renew": { en: "Make a new address", de: "Neue Adresse anlegen" },
  "feed.end": { en: "End the feed", de: "Feed beenden" },
  "feed.made": {
    en: "The feed is made. Copy its address now: it is not shown again. An earlier address no longer works.",
    de: "Der Feed ist angelegt. Adresse jetzt kopieren: Sie wird nicht noch einmal gezeigt. Eine frühere gilt nicht mehr.",
  },
  "feed.ended": { en: "The feed has ended.", de: "Der Feed ist beendet." },
  "feed.copy": { en: "Copy", de: "Kopieren" },
  "feed.copied": { en: "Copied", de: "Kopiert" },
} satisfies Messages;
