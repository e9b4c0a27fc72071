/**
 * Domains at which anybody gets an address: it says nothing about where somebody works. Providers with many customers in Europe, by
 * hand; who finds one missing adds it here. A declaration is checked when it is made and again each time somebody asks to join.
 */
const FREEMAIL = new Set(
  `gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.de hotmail.fr hotmail.co.uk hotmail.it live.com live.de live.nl
  msn.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.it yahoo.es ymail.com rocketmail.com icloud.com me.com mac.com aol.com aol.de
  gmx.de gmx.net gmx.com gmx.at gmx.ch web.de email.de t-online.de magenta.de freenet.de arcor.de online.de 1und1.de vodafone.de
  vodafonemail.de o2online.de o2mail.de kabelmail.de unitybox.de unity-mail.de mail.de posteo.de posteo.net mailbox.org tutanota.com
  tutanota.de tuta.io tuta.com keemail.me proton.me protonmail.com protonmail.ch pm.me fastmail.com fastmail.fm hey.com zoho.com
  zohomail.eu yandex.com yandex.ru mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com 163.com 126.com sina.com naver.com daum.net
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es
  wp.pl o2.pl onet.pl interia.pl op.pl gazeta.pl seznam.cz centrum.cz email.cz post.cz azet.sk zoznam.sk freemail.hu citromail.hu
  abv.bg mail.bg ukr.net i.ua sapo.pt telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl xs4all.nl
  hetnet.nl bluewin.ch hispeed.ch sunrise.ch a1.net aon.at chello.at inode.at telia.com hotmail.se live.se spray.se online.no
  getmail.no live.no mail.dk live.dk jubii.dk suomi24.fi luukku.com elisanet.fi btinternet.com virginmedia.com sky.com talktalk.net
  ntlworld.com eircom.net comcast.net verizon.net att.net sbcglobal.net cox.net mail.com email.com gmx.us usa.com inbox.com
  inbox.lv mail.ee one.lt delfi.lv mailinator.com guerrillamail.com 10minutemail.com trash-mail.com byom.de wegwerfmail.de
  temp-mail.org yopmail.com dispostable.com maildrop.cc getnada.com sharklasers.com spambog.com duck.com relay.firefox.com
  mozmail.com simplelogin.com anonaddy.me privaterelay.appleid.com hushmail.com riseup.net disroot.org systemli.org`.split(
    /\s+/,
  ),
);

export const isFreemail = (domain: string) => FREEMAIL.has(domain);

/** What stands behind the last @, in small letters. */
export const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();
