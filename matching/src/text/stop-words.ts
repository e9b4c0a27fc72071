// Function words and what project texts always say; nouns with a meaning stay in, however frequent: their weight is small by itself.
const ENGLISH = `a about above across after again against all almost alone along already also although always am among an and another any
anyone anything are around as at away back be became because become becomes been before behind being below between both but by can cannot
could did do does doing done down due during each either else enough even ever every everyone everything few first for from further
get given go had has have having he hence her here hers him his how however i if in indeed instead into is it its itself just last least less
like made mainly make makes many may me might mine more moreover most mostly much must my namely neither never nevertheless next no none
nor not nothing now of off often on once one only onto or other others our ours out over own per perhaps please put rather
same several she should since so some still such take than that the their theirs them themselves then there thereby therefore these
they this those though through throughout thus to together too toward towards under until up upon us very via was we well were what
whatever when where whereas whereby which while who whole whom whose why will with within without would yet you your yours`;

const GERMAN = `ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bereits bis bisher
da dabei dadurch dafür dagegen daher dahin damit danach daneben dann daran darauf daraus darin darüber darum das dass davon dazu dein deine dem den denen denn
dennoch der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ebenso ein eine einem einen einer eines einige einigem einigen
einiger einiges er erst es etwa etwas euch euer eure für gegen gegenüber hab habe haben hat hatte hatten hier hierbei hierfür hierzu hin hinter ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer ihres im immer in indem innerhalb ins insbesondere ist ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kann kein keine
keinem keinen keiner können könnte können machen man manche mehr mein meine meist mich mir mit mittels muss müssen nach neben nicht nichts noch nun nur ob
obwohl oder ohne per pro sehr sein seine seinem seinen seiner seines seit sich sie sind so sogar solche solchem solchen solcher sollen sollte sondern sonst sowie
sowohl statt über um und uns unser unsere unserem unseren unserer unter usw viel viele vielen vom von vor während war waren warum was wegen weil weiter weitere
weiteren weiterhin welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wobei wodurch wollen worden wurde wurden würde zu zum
zur zwar zwischen zudem bzw sodass suchen sucht`;

const POLISH = `a aby ale albo ani az aż bardziej bardzo bez bo by być był była było były będą będzie ci co coraz czy czyli dla dlaczego dlatego do
dzięki gdy gdzie go i ich ile im inne inny innych innymi iż ja jak jakie jako je jednak jednym jego jej jest jeszcze jeśli jeżeli już każda każde każdy
kiedy która które którego której który których którym którymi którzy lecz lub ma mają mi mnie między mieć może można mogą my na nad nam nami nas nasz nasza nasze naszych
nawet nie niej nich nim niż no o od ona one oni ono oraz po pod podczas poprzez poza ponieważ przed przede przez przy raz również się są sobie
sposób swoje swoich swój ta tak taka taki takich takie także tam te tego tej ten też to tu tych tylko tym tymi u w wam was wasz we więc właśnie wraz wszystkich wszystkie
wśród z za ze zaś że żeby szukamy`;

const RUSSIAN = `а без более больше будет будут бы был была были было быть в вам вас ваш весь во вот все всего всей всех всё вы где да даже для до его ее её
если есть еще ещё же за здесь и из или им их к как какой когда который которая которое которые которых кто ли либо между меня мне может можно мой мы на над
надо нам нас наш наша наше наши не него нее неё нет ни них но ну о об однако он она они оно от по под после при про с сам свой своей своих себя сейчас со
собой так также такие такой там те тем то того тоже той только том тот ту ты у уже чего чем через что чтобы чтоб эта эти это этого этой этом этот этих я ищем`;

/** Stop words, each with the languages that have it: bits in the order of the languages (1 English, 2 German, 4 Polish, 8 Russian). */
export const STOP_WORDS: ReadonlyMap<string, number> = merge([ENGLISH, GERMAN, POLISH, RUSSIAN]);

function merge(lists: readonly string[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [bit, list] of lists.entries())
    for (const word of list.split(/\s+/)) all.set(word, (all.get(word) ?? 0) | (1 << bit));
  return all;
}
