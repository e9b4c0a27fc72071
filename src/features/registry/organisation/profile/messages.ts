import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const profileMessages = {
  "profile.title": { en: "Profile of {name}", de: "Profil von {name}" },
  "profile.lede": {
    en: "{percent} % complete{missing, plural, =0 {: nothing is missing} one {, one part is missing} other {, # parts are missing}}. {items, plural, =0 {Nothing is said yet} one {One item} other {# items}}{stale, plural, =0 {} one {, one of them older than a year} other {, # of them older than a year}}.",
    de: "Zu {percent} % vollständig{missing, plural, =0 {: es fehlt nichts} one {, ein Teil fehlt} other {, # Teile fehlen}}. {items, plural, =0 {Noch ist nichts gesagt} one {Eine Angabe} other {# Angaben}}{stale, plural, =0 {} one {, eine davon älter als ein Jahr} other {, # davon älter als ein Jahr}}.",
  },
  "profile.open": { en: "Keep the profile", de: "Profil pflegen" },
  "profile.back": { en: "See the page", de: "Seite ansehen" },
  "profile.identity": { en: "Public identity", de: "Öffentliche Angaben" },
  "profile.identity.edit": { en: "Edit", de: "Bearbeiten" },
  "profile.identity.lede": {
    en: "Name, address, size, website: the same in every cluster and seen by everybody.",
    de: "Name, Adresse, Größe, Website: in jedem Cluster gleich und für alle sichtbar.",
  },
  "profile.add": { en: "Add", de: "Hinzufügen" },
  "profile.edit": { en: "edit", de: "bearbeiten" },
  "profile.none": { en: "Nothing yet.", de: "Noch nichts." },
  "profile.first": { en: "New items here: {level}", de: "Neues hier: {level}" },
  "profile.still": { en: "still true", de: "noch wahr" },
  "profile.still.all": { en: "All of it is still true", de: "Alles noch wahr" },
  "profile.still.done": { en: "Noted as still true today.", de: "Als heute noch wahr vermerkt." },
  "profile.old": { en: "older than a year", de: "älter als ein Jahr" },
  "profile.legacy": {
    en: "As a text from before; edit it to fill in the parts.",
    de: "Ein Text von früher; beim Bearbeiten lassen sich die Teile ausfüllen.",
  },

  "complete.title": { en: "How complete it is", de: "Wie vollständig es ist" },
  "complete.said": {
    en: "{percent} % of what pages like this one need.",
    de: "{percent} % dessen, was eine solche Seite braucht.",
  },
  "complete.all": { en: "Nothing is missing.", de: "Es fehlt nichts." },
  "complete.missing": { en: "Missing, with what it counts:", de: "Es fehlt, mit seinem Gewicht:" },
  "complete.source": {
    en: "Counted from what you see here; parts that do not fit the kind of organisation are left out.",
    de: "Gezählt aus dem, was hier sichtbar ist; was zur Art der Organisation nicht passt, bleibt außen vor.",
  },
  "part.description": { en: "a description", de: "eine Beschreibung" },
  "part.industries": { en: "industries", de: "Branchen" },
  "part.competences": { en: "competences", de: "Kompetenzen" },
  "part.products": { en: "products or services", de: "Produkte oder Leistungen" },
  "part.people": { en: "people to talk to", de: "Ansprechpersonen" },
  "part.logo": { en: "a logo", de: "ein Logo" },
  "part.address": { en: "the town and country", de: "Ort und Land" },
  "part.website": { en: "a website", de: "eine Website" },
  "part.size": { en: "the size class", de: "die Größenklasse" },
  "part.languages": { en: "languages", de: "Sprachen" },
  "part.proof": { en: "a certificate or a machine", de: "ein Zertifikat oder eine Maschine" },

  "first-levels.title": { en: "Who sees what is added", de: "Wer Neues sieht" },
  "first-levels.lede": {
    en: "The first choice in the form of each field. What is there already keeps its own.",
    de: "Die Vorauswahl im Formular jeder Angabe. Was schon da ist, behält seine eigene.",
  },
  "first-levels.saved": { en: "The first choices are saved.", de: "Die Vorauswahl ist gespeichert." },

  "preview.title": { en: "See the page as", de: "Die Seite ansehen als" },
  "preview.as": { en: "As", de: "Als" },
  "preview.show": { en: "Show", de: "Anzeigen" },
  "preview.stranger": { en: "a stranger", de: "jemand von außen" },
  "preview.member": { en: "any member of the cluster", de: "irgendein Mitglied des Clusters" },
  "preview.authority": { en: "an authority", de: "eine Behörde" },
  "preview.peer": { en: "a federated cluster", de: "ein verbundenes Cluster" },
  "preview.banner": { en: "You see the page as {who} sees it", de: "So sieht die Seite aus für: {who}" },
  "preview.banner.text": {
    en: "Only what you may see yourself is shown, and nothing can be changed from here.",
    de: "Gezeigt wird nur, was ohnehin sichtbar ist; ändern lässt sich von hier aus nichts.",
  },
  "preview.nothing": {
    en: "For {who} this page does not exist.",
    de: "Für {who} gibt es diese Seite nicht.",
  },
  "preview.end": { en: "Back to your own eyes", de: "Zurück zur eigenen Sicht" },

  "list.title": { en: "Profiles", de: "Profile" },
  "list.lede": {
    en: "{count, plural, =0 {No member has a profile yet} one {One member} other {# members}}, {mean} % complete on average; {silent, plural, =0 {nobody has been silent} one {one has been silent} other {# have been silent}} for 18 months.",
    de: "{count, plural, =0 {Noch kein Mitglied} one {Ein Mitglied} other {# Mitglieder}}, im Mittel zu {mean} % vollständig; {silent, plural, =0 {niemand schweigt} one {eines schweigt} other {# schweigen}} seit 18 Monaten.",
  },
  "list.empty": { en: "The cluster has no members yet.", de: "Der Cluster hat noch keine Mitglieder." },
  "list.name": { en: "Member", de: "Mitglied" },
  "list.percent": { en: "Complete", de: "Vollständig" },
  "list.missing": { en: "Missing", de: "Es fehlt" },
  "list.items": { en: "Items", de: "Angaben" },
  "list.stale": { en: "Over a year old", de: "Über ein Jahr alt" },
  "list.touched": { en: "Last looked after", de: "Zuletzt gepflegt" },
  "list.never": { en: "never", de: "nie" },
  "list.silent": { en: "silent", de: "schweigt" },

  "topic.profile": {
    en: "Your profile: what gets old or expires",
    de: "Eigenes Profil: was alt wird oder abläuft",
  },
  "notice.certificate": {
    en: "The certificate {what} ends on {day}.",
    de: "Das Zertifikat {what} endet am {day}.",
  },
  "notice.stale": {
    en: "{count, plural, one {One item} other {# items}} in the profile of {name} {count, plural, one {is} other {are}} older than a year. Still true?",
    de: "{count, plural, one {Eine Angabe} other {# Angaben}} im Profil von {name} {count, plural, one {ist} other {sind}} älter als ein Jahr. Noch wahr?",
  },
  "notice.listed-gone": {
    en: "A person listed in the profile of {name} took themselves off it.",
    de: "Eine im Profil von {name} genannte Person hat sich selbst gestrichen.",
  },
  "act.still": { en: "Still true", de: "Noch wahr" },
  "act.still.text": {
    en: "{count, plural, one {One item} other {# items}} in the profile of {name} will be noted as still true today.",
    de: "{count, plural, one {Eine Angabe} other {# Angaben}} im Profil von {name} {count, plural, one {wird} other {werden}} als heute noch wahr vermerkt.",
  },
  "act.still.done": {
    en: "Noted: the profile of {name} is still true.",
    de: "Vermerkt: Das Profil von {name} ist noch wahr.",
  },
  "act.gone": { en: "There is nothing to confirm any more.", de: "Es gibt nichts mehr zu bestätigen." },

  "listed.title": { en: "You are listed here", de: "Sie stehen hier" },
  "listed.lede": {
    en: "{name} names you in its profile as somebody to talk to. This is all it says:",
    de: "Im Profil von {name} steht diese Ansprechperson. Das ist alles, was da steht:",
  },
  "listed.erase": { en: "Take me off", de: "Mich streichen" },
  "listed.erased": { en: "You are taken off the profile.", de: "Die Angabe ist gestrichen." },
  "listed.gone": {
    en: "Nothing is listed under this link any more.",
    de: "Unter diesem Link steht nichts mehr.",
  },
  "listed.mail.subject": {
    en: "{name} lists you as somebody to talk to",
    de: "Als Ansprechperson genannt: {name}",
  },
  "listed.mail.body": {
    en: "{name} lists you in its profile in {cluster} as somebody to talk to, with the address this letter went to.\n\nTo see what it says, or to take yourself off, open\n{link}\n\nIf that is fine with you, nothing needs to be done.",
    de: "Im Profil von {name} in {cluster} steht eine Ansprechperson mit der Adresse, an die dieser Brief ging.\n\nWas da steht, und wie man sich streicht:\n{link}\n\nWenn das in Ordnung ist, ist nichts zu tun.",
  },
} satisfies Messages;

export const sayProfile = speaker(profileMessages);
