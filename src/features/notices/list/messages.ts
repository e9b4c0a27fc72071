import type { Messages } from "../../../kernel/messages.ts";

export const listMessages = {
  "list.title": { en: "Notices", de: "Mitteilungen" },
  "list.lede": {
    en: "{unread, plural, =0 {Everything is read.} one {One notice is unread.} other {# notices are unread.}}",
    de: "{unread, plural, =0 {Alles ist gelesen.} one {Eine Mitteilung ist ungelesen.} other {# Mitteilungen sind ungelesen.}}",
  },
  "list.often": { en: "Letters and feed", de: "Briefe und Feed" },
  "list.read-all": { en: "Mark all as read", de: "Alle als gelesen markieren" },
  "list.read-these": { en: "Mark these as read", de: "Diese als gelesen markieren" },
  "list.read": { en: "They are marked as read.", de: "Als gelesen markiert." },
  "list.empty": {
    en: "No notices. What happens around your roles is told here, and by letter as often as you choose.",
    de: "Keine Mitteilungen. Hier steht, was rund um die eigenen Rollen geschieht; Briefe kommen so oft wie gewählt.",
  },
  "list.empty.filter": { en: "No notices of this kind.", de: "Keine Mitteilungen dieser Art." },
  "list.empty.act": { en: "Choose how often letters come", de: "Wählen, wie oft Briefe kommen" },
  "list.empty.all": { en: "Show all notices", de: "Alle Mitteilungen zeigen" },
  "list.what": { en: "What happened", de: "Was geschehen ist" },
  "list.where": { en: "Where", de: "Wo" },
  "list.topic": { en: "About", de: "Worüber" },
  "list.when": { en: "When", de: "Wann" },
  "list.state": { en: "State", de: "Stand" },
  "list.unread": { en: "unread", de: "ungelesen" },
  "list.read-at": { en: "Read", de: "Gelesen" },
  "list.go": { en: "Go there", de: "Dorthin" },
  "list.open": { en: "Open", de: "Öffnen" },
  "list.open.what": { en: "Open: {text}", de: "Öffnen: {text}" },
  "list.all": { en: "All", de: "Alle" },
  "list.only-unread": { en: "Unread", de: "Ungelesen" },
  "list.topics": { en: "Which notices", de: "Welche Mitteilungen" },
  "list.kept": {
    en: "Read notices are kept for {read} days, unread ones for a year.",
    de: "Gelesene Mitteilungen bleiben {read} Tage, ungelesene ein Jahr.",
  },
} satisfies Messages;
