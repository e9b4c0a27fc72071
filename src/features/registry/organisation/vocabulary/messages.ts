import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const vocabularyMessages = {
  "words.title": { en: "Competences", de: "Kompetenzen" },
  "words.lede": {
    en: "{count, plural, =0 {No member has said yet what it can} one {One word} other {# words}}. The list grows with what members say.",
    de: "{count, plural, =0 {Noch hat kein Mitglied gesagt, was es kann} one {Ein Wort} other {# Wörter}}. Die Liste wächst mit dem, was Mitglieder sagen.",
  },
  "words.empty": {
    en: "Members add competences in their profiles; what they add stands here.",
    de: "Mitglieder ergänzen Kompetenzen in ihren Profilen; was sie ergänzen, steht hier.",
  },
  "words.word": { en: "Competence", de: "Kompetenz" },
  "words.from": { en: "From", de: "Aus" },
  "words.members": { en: "Members", de: "Mitglieder" },
  "words.merged": { en: "Also said as", de: "Auch gesagt als" },
  "words.from.own": { en: "this cluster", de: "diesem Cluster" },
  "words.from.euroscivoc": { en: "EuroSciVoc", de: "EuroSciVoc" },
  "words.from.esco": { en: "ESCO", de: "ESCO" },
  "words.who": { en: "Who says “{word}”", de: "Wer „{word}“ sagt" },
  "words.who.lede": {
    en: "{count, plural, one {One member says} other {# members say}} it of {count, plural, one {itself} other {themselves}}.",
    de: "{count, plural, one {Ein Mitglied sagt} other {# Mitglieder sagen}} es von sich.",
  },
  "word-merge.title": { en: "Read it as another word", de: "Als ein anderes Wort lesen" },
  "word-merge.lede": {
    en: "The profiles stay as they were said; pages and counts read the other word. It can be undone.",
    de: "Die Profile bleiben, wie sie sind; Seiten und Zahlen lesen das andere Wort. Das lässt sich rückgängig machen.",
  },
  "word-merge.into": { en: "The other word", de: "Das andere Wort" },
  "word-merge.do": { en: "Merge", de: "Zusammenführen" },
  "word-merge.undo": { en: "Undo", de: "Rückgängig machen" },
  "word-merge.done": { en: "The words are merged.", de: "Die Wörter sind zusammengeführt." },
  "word-merge.undone": { en: "The words stand apart again.", de: "Die Wörter stehen wieder für sich." },
  "word-merge.not-own": {
    en: "Only a word of the cluster's own can be read as another one.",
    de: "Nur ein eigenes Wort des Clusters lässt sich als ein anderes lesen.",
  },
  "word-merge.unknown-word": {
    en: "Choose a word that is in use.",
    de: "Ein Wort wählen, das genutzt wird.",
  },
  "word-merge.same-word": { en: "This is the same word.", de: "Das ist dasselbe Wort." },
  "word-merge.list": { en: "Read as this word", de: "Als dieses Wort gelesen" },
} satisfies Messages;

export const sayVocabulary = speaker(vocabularyMessages);
