import type { Messages } from "../../../kernel/messages.ts";

/** What people do in the registry, with their accounts, and with what goes in and out; beside the sentences of messages.ts. */
export const registrySentences = {
  "log.account.address-letter": {
    en: "{who} asked for a letter to a new address.",
    de: "{who} hat einen Brief an eine neue Adresse angefordert.",
  },
  "log.account.address": {
    en: "{who} changed the address of the account.",
    de: "{who} hat die Adresse des Kontos geändert.",
  },
  "log.account.link": {
    en: "{who} linked the account with another sign-in service.",
    de: "{who} hat das Konto mit einem Anmeldedienst verknüpft.",
  },
  "log.account.unlink": {
    en: "{who} unlinked the account from another sign-in service.",
    de: "{who} hat das Konto von einem Anmeldedienst gelöst.",
  },
  "log.account.passkey-add": { en: "{who} added a passkey.", de: "{who} hat einen Passkey hinzugefügt." },
  "log.account.passkey-name": { en: "{who} renamed a passkey.", de: "{who} hat einen Passkey umbenannt." },
  "log.account.passkey-remove": { en: "{who} removed a passkey.", de: "{who} hat einen Passkey entfernt." },
  "log.account.password": { en: "{who} set a new password.", de: "{who} hat ein neues Passwort gesetzt." },
  "log.account.recovery-codes": {
    en: "{who} made new recovery codes.",
    de: "{who} hat neue Wiederherstellungscodes erzeugt.",
  },
  "log.account.reset-letter": {
    en: "A letter for a new password was sent to {person}.",
    de: "Ein Brief für ein neues Passwort ging an {person}.",
  },
  "log.account.second-factor-on": {
    en: "{who} switched the second factor on.",
    de: "{who} hat den zweiten Faktor eingeschaltet.",
  },
  "log.account.second-factor-off": {
    en: "{who} switched the second factor off.",
    de: "{who} hat den zweiten Faktor ausgeschaltet.",
  },
  "log.session.end": { en: "{who} ended a session.", de: "{who} hat eine Sitzung beendet." },
  "log.session.end-others": {
    en: "{who} ended all other sessions.",
    de: "{who} hat alle anderen Sitzungen beendet.",
  },
  "log.person.suspend": { en: "{who} suspended {person}.", de: "{who} hat {person} gesperrt." },
  "log.person.restore": { en: "{who} let {person} in again.", de: "{who} hat {person} wieder zugelassen." },
  "log.person.erase": { en: "A person was forgotten.", de: "Eine Person wurde vergessen." },
  "log.person.export": {
    en: "{who} took their own data along.",
    de: "{who} hat die eigenen Daten mitgenommen.",
  },
  "log.letter.act": {
    en: "{who} acted by a link in a letter.",
    de: "{who} hat über einen Link in einem Brief gehandelt.",
  },
  "log.notices.choose": {
    en: "{who} chose how often to hear of things.",
    de: "{who} hat gewählt, wie oft Mitteilungen kommen.",
  },
  "log.notices.unsubscribe": { en: "{who} unsubscribed from letters.", de: "{who} hat Briefe abbestellt." },
  "log.feed.make": { en: "{who} made a private feed.", de: "{who} hat einen privaten Feed angelegt." },
  "log.feed.end": { en: "{who} ended the private feed.", de: "{who} hat den privaten Feed beendet." },
  "log.organisation.add": { en: "{who} added {organisation}.", de: "{who} hat {organisation} hinzugefügt." },
  "log.organisation.import": {
    en: "{who} changed {organisation} by an import.",
    de: "{who} hat {organisation} durch einen Import geändert.",
  },
  "log.organisation.merge": {
    en: "{who} merged a duplicate into {organisation}.",
    de: "{who} hat eine Dublette in {organisation} zusammengeführt.",
  },
  "log.organisation.unmerge": {
    en: "{who} undid a merge of {organisation}.",
    de: "{who} hat eine Zusammenführung von {organisation} rückgängig gemacht.",
  },
  "log.organisation.propose-merge": {
    en: "{who} proposed to merge {organisation} and {other}.",
    de: "{who} hat vorgeschlagen, {organisation} und {other} zusammenzuführen.",
  },
  "log.duplicate.refuse": {
    en: "{who} said that two organisations are not one.",
    de: "{who} hat gesagt, dass zwei Organisationen nicht dieselbe sind.",
  },
  "log.duplicate.reopen": {
    en: "{who} took back that two organisations are not one.",
    de: "{who} hat zurückgenommen, dass zwei Organisationen nicht dieselbe sind.",
  },
  "log.membership.begin": {
    en: "{who} began the membership of {organisation}.",
    de: "{who} hat die Mitgliedschaft von {organisation} begonnen.",
  },
  "log.membership.change": {
    en: "{who} changed the membership of {organisation}.",
    de: "{who} hat die Mitgliedschaft von {organisation} geändert.",
  },
  "log.membership.correct": {
    en: "{who} corrected the membership of {organisation}.",
    de: "{who} hat die Mitgliedschaft von {organisation} berichtigt.",
  },
  "log.membership.end": {
    en: "{who} ended the membership of {organisation}.",
    de: "{who} hat die Mitgliedschaft von {organisation} beendet.",
  },
  "log.membership.leave": {
    en: "{who} gave notice for {organisation}.",
    de: "{who} hat den Austritt von {organisation} erklärt.",
  },
  "log.membership.renew": {
    en: "{who} renewed the membership of {organisation}.",
    de: "{who} hat die Mitgliedschaft von {organisation} verlängert.",
  },
  "log.membership.resume": {
    en: "{who} took back the end of the membership of {organisation}.",
    de: "{who} hat das Ende der Mitgliedschaft von {organisation} zurückgenommen.",
  },
  "log.application.send": {
    en: "{who} applied for membership.",
    de: "{who} hat die Mitgliedschaft beantragt.",
  },
  "log.application.begin": { en: "{who} began an application.", de: "{who} hat einen Antrag begonnen." },
  "log.application.prove": {
    en: "An applicant proved their address.",
    de: "Eine antragstellende Person hat ihre Adresse bestätigt.",
  },
  "log.application.ask": {
    en: "{who} asked an applicant back.",
    de: "{who} hat bei einem Antrag nachgefragt.",
  },
  "log.application.answer": {
    en: "A question about an application was answered.",
    de: "Eine Nachfrage zu einem Antrag wurde beantwortet.",
  },
  "log.application.approve": {
    en: "{who} approved an application.",
    de: "{who} hat einen Antrag angenommen.",
  },
  "log.application.decline": {
    en: "{who} declined an application.",
    de: "{who} hat einen Antrag abgelehnt.",
  },
  "log.application.withdraw": { en: "An application was withdrawn.", de: "Ein Antrag wurde zurückgezogen." },
  "log.level.add": {
    en: "{who} added a level of membership.",
    de: "{who} hat eine Mitgliedsstufe angelegt.",
  },
  "log.level.change": {
    en: "{who} changed a level of membership.",
    de: "{who} hat eine Mitgliedsstufe geändert.",
  },
  "log.level.end": { en: "{who} ended a level of membership.", de: "{who} hat eine Mitgliedsstufe beendet." },
  "log.dues.add": { en: "{who} added a dues class.", de: "{who} hat eine Beitragsklasse angelegt." },
  "log.dues.change": { en: "{who} changed a dues class.", de: "{who} hat eine Beitragsklasse geändert." },
  "log.dues.end": { en: "{who} ended a dues class.", de: "{who} hat eine Beitragsklasse beendet." },
  "log.cluster.settings": {
    en: "{who} changed the settings of the cluster.",
    de: "{who} hat die Einstellungen des Clusters geändert.",
  },
  "log.cluster.export": { en: "{who} exported the cluster.", de: "{who} hat den Cluster exportiert." },
  "log.cluster.import": {
    en: "A cluster was brought in from another installation.",
    de: "Ein Cluster wurde aus einer anderen Installation eingespielt.",
  },
  "log.link.dispute": {
    en: "{who} disputed a link between {organisation} and {other}.",
    de: "{who} hat einer Verbindung zwischen {organisation} und {other} widersprochen.",
  },
  "log.link.amend": {
    en: "{who} amended a link between {organisation} and {other}.",
    de: "{who} hat eine Verbindung zwischen {organisation} und {other} nachgebessert.",
  },
  "log.link.propose": {
    en: "{who} proposed to change a link between {organisation} and {other}.",
    de: "{who} hat eine Änderung der Verbindung zwischen {organisation} und {other} vorgeschlagen.",
  },
  "log.link.proposal.accepted": {
    en: "{who} accepted a change of a link.",
    de: "{who} hat die Änderung einer Verbindung angenommen.",
  },
  "log.link.proposal.refused": {
    en: "{who} refused a change of a link.",
    de: "{who} hat die Änderung einer Verbindung abgelehnt.",
  },
  "log.link.proposal.withdrawn": {
    en: "{who} took back a proposed change of a link.",
    de: "{who} hat die vorgeschlagene Änderung einer Verbindung zurückgezogen.",
  },
  "log.link.grant": {
    en: "{who} granted rights by a link.",
    de: "{who} hat über eine Verbindung Rechte gewährt.",
  },
  "log.link.revoke": {
    en: "{who} revoked rights granted by a link.",
    de: "{who} hat über eine Verbindung gewährte Rechte entzogen.",
  },
  "log.profile.still-true": {
    en: "{who} confirmed what is said of {organisation}.",
    de: "{who} hat bestätigt, was über {organisation} gesagt wird.",
  },
  "log.profile.levels": {
    en: "{who} chose who sees new items of {organisation}.",
    de: "{who} hat gewählt, wer neue Angaben zu {organisation} sieht.",
  },
  "log.logo.put": {
    en: "{who} put up a logo of {organisation}.",
    de: "{who} hat ein Logo von {organisation} hochgeladen.",
  },
  "log.logo.remove": {
    en: "{who} removed the logo of {organisation}.",
    de: "{who} hat das Logo von {organisation} entfernt.",
  },
  "log.fact.erase": {
    en: "A person had themselves taken off a profile.",
    de: "Eine Person hat sich aus einem Profil nehmen lassen.",
  },
  "log.vocabulary.merge": {
    en: "{who} merged two words of the vocabulary.",
    de: "{who} hat zwei Wörter des Vokabulars zusammengeführt.",
  },
  "log.vocabulary.unmerge": {
    en: "{who} parted two words of the vocabulary again.",
    de: "{who} hat zwei Wörter des Vokabulars wieder getrennt.",
  },
  "log.note.write": {
    en: "{who} wrote a note about {organisation}.",
    de: "{who} hat eine Notiz zu {organisation} geschrieben.",
  },
  "log.note.change": {
    en: "{who} changed a note about {organisation}.",
    de: "{who} hat eine Notiz zu {organisation} geändert.",
  },
  "log.note.remove": {
    en: "{who} removed a note about {organisation}.",
    de: "{who} hat eine Notiz zu {organisation} entfernt.",
  },
  "log.note.restore": {
    en: "{who} brought a note about {organisation} back.",
    de: "{who} hat eine Notiz zu {organisation} zurückgeholt.",
  },
  "log.note.export": { en: "{who} exported notes.", de: "{who} hat Notizen exportiert." },
  "log.label.add": { en: "{who} added a label.", de: "{who} hat ein Etikett angelegt." },
  "log.label.change": { en: "{who} changed a label.", de: "{who} hat ein Etikett geändert." },
  "log.label.remove": { en: "{who} removed a label.", de: "{who} hat ein Etikett entfernt." },
  "log.label.restore": { en: "{who} brought a label back.", de: "{who} hat ein Etikett zurückgeholt." },
  "log.label.put": {
    en: "{who} put a label on {organisation}.",
    de: "{who} hat {organisation} ein Etikett gegeben.",
  },
  "log.label.take": {
    en: "{who} took a label off {organisation}.",
    de: "{who} hat {organisation} ein Etikett genommen.",
  },
  "log.own-field.add": { en: "{who} added a field of the team.", de: "{who} hat ein eigenes Feld angelegt." },
  "log.own-field.change": {
    en: "{who} changed a field of the team.",
    de: "{who} hat ein eigenes Feld geändert.",
  },
  "log.own-field.move": {
    en: "{who} moved a field of the team.",
    de: "{who} hat ein eigenes Feld verschoben.",
  },
  "log.own-field.end": {
    en: "{who} hid a field of the team.",
    de: "{who} hat ein eigenes Feld ausgeblendet.",
  },
  "log.own-field.reopen": {
    en: "{who} brought a field of the team back.",
    de: "{who} hat ein eigenes Feld zurückgeholt.",
  },
  "log.own-value.set": {
    en: "{who} filled in a field of the team for {organisation}.",
    de: "{who} hat ein eigenes Feld zu {organisation} ausgefüllt.",
  },
  "log.bulk.label-put": {
    en: "{who} labelled several organisations.",
    de: "{who} hat mehreren Organisationen ein Etikett gegeben.",
  },
  "log.bulk.label-take": {
    en: "{who} took a label off several organisations.",
    de: "{who} hat mehreren Organisationen ein Etikett genommen.",
  },
  "log.bulk.value-set": {
    en: "{who} filled in a field of the team for several organisations.",
    de: "{who} hat ein eigenes Feld für mehrere Organisationen ausgefüllt.",
  },
  "log.bulk.undo": {
    en: "{who} undid a change of several organisations.",
    de: "{who} hat die Änderung mehrerer Organisationen rückgängig gemacht.",
  },
  "log.search.save": { en: "{who} saved a search.", de: "{who} hat eine Suche gespeichert." },
  "log.search.change": {
    en: "{who} changed a saved search.",
    de: "{who} hat eine gespeicherte Suche geändert.",
  },
  "log.search.remove": {
    en: "{who} removed a saved search.",
    de: "{who} hat eine gespeicherte Suche entfernt.",
  },
  "log.import.begin": { en: "{who} began an import.", de: "{who} hat einen Import begonnen." },
  "log.import.resume": { en: "{who} went on with an import.", de: "{who} hat einen Import fortgesetzt." },
  "log.import.finish": { en: "An import was finished.", de: "Ein Import ist abgeschlossen." },
  "log.import.stop": { en: "An import was stopped.", de: "Ein Import wurde angehalten." },
  "log.import.cancel": { en: "{who} cancelled an import.", de: "{who} hat einen Import abgebrochen." },
  "log.import.undo-asked": {
    en: "{who} asked to undo an import.",
    de: "{who} hat einen Import zurücknehmen lassen.",
  },
  "log.import.undo": { en: "An import was undone.", de: "Ein Import wurde rückgängig gemacht." },
  "log.webhook.add": { en: "{who} added a webhook.", de: "{who} hat einen Webhook angelegt." },
  "log.webhook.on": { en: "{who} switched a webhook on.", de: "{who} hat einen Webhook eingeschaltet." },
  "log.webhook.paused": { en: "{who} paused a webhook.", de: "{who} hat einen Webhook angehalten." },
  "log.webhook.secret": {
    en: "{who} made a new secret for a webhook.",
    de: "{who} hat einem Webhook ein neues Geheimnis gegeben.",
  },
  "log.webhook.remove": { en: "{who} removed a webhook.", de: "{who} hat einen Webhook entfernt." },
} satisfies Messages;
