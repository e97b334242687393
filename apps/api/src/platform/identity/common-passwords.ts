/**
 * What people type when 12 characters are asked, as bare words: case, accents, figures for letters, and whatever figures and
 * signs stand around them are taken away before comparing. Compiled by hand from the patterns of published lists.
 */
export const COMMON_WORDS: readonly string[] = `
  password passwort wachtwoord motdepasse contrasena paswoord geheim geheimwoord toegang toegangscode inloggen inlogcode
  mypassword thepassword newpassword oldpassword adminpassword passwordpassword wachtwoordwachtwoord mijnwachtwoord
  nieuwwachtwoord ditismijnwachtwoord wachtwoordvergeten changeme changemenow changeit letmein letmeinnow letmeinplease
  opensesame trustno trustnoone trustnobody whatever nothing unknown default standaard welkom welkomwelkom welcome
  welcomehome welkomthuis welkomterug hallo hallohallo hello hellohello helloworld goedemorgen goedendag goedenavond
  administrator admin adminadmin beheerder superuser supervisor root rootroot guest gast gebruiker testtest testaccount test
  tester testing tijdelijk temporary temppassword login loginlogin inlog
  qwerty qwertyqwerty azerty azertyazerty qwertyuiop asdfghjkl zxcvbnm abcdef abcdefgh abcdefghijkl asdfasdf qwer asdf zxcv
  iloveyou iloveyouforever iloveyousomuch ikhouvanjou ikhouvanje ikhouvanmezelf liefde liefje schatje lieverd mijnschatje
  sunshine princess prinses monkey dragon superman batman spiderman starwars pokemon minecraft fortnite football voetbal
  baseball basketball liverpool liverpoolfc manchesterunited manchester chelsea arsenal barcelona realmadrid juventus
  ajax ajaxamsterdam feyenoord feyenoordrotterdam psv psveindhoven fcgroningen heerenveen amsterdam rotterdam utrecht
  eindhoven groningen stadskanaal drenthe friesland nederland holland oranje hupholland hollandhup
  lente zomer herfst winter voorjaar najaar januari februari maart april mei juni juli augustus september oktober november
  december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zomervakantie kerstmis sinterklaas vakantie
  summer autumn spring summertime wintertime christmas january february march may june july august october monday tuesday
  wednesday thursday friday saturday sunday
  dokter dokters huisarts huisartsen huisartsenpraktijk praktijk huisartsenpost assistent assistente doktersassistente
  praktijkondersteuner zorg zorgplan zorgverlener thuiszorg wijkzorg wijkverpleging wijkverpleegkundige verpleegkundige
  verpleging verpleeghuis ziekenhuis ouderenzorg ouderen oudere patient patienten client clienten dossier medisch apotheek
  gezondheid samenoud samenoudsamenoud medicijn zorgleefplan
  michael jennifer jessica ashley charlotte elizabeth alexander christopher stephanie nicholas
  computer computers internet windows microsoft google facebook instagram whatsapp youtube iphone samsung
  access accessdenied security beveiliging secret secretsecret topsecret private personal
  mustang corvette ferrari porsche mercedes mercedesbenz volkswagen harleydavidson motorcycle
  butterfly vlinder chocolate chocolade strawberry aardbei cookie cookies flower flowers bloemen bloem rainbow regenboog
  unicorn eenhoorn dolphin dolfijn elephant olifant konijn hondje poesje katje paard paarden
  jesus jesuschrist godisgood godislove blessed angel angels engel engeltje heaven
  correcthorsebatterystaple thequickbrownfox tobeornottobe onceuponatime maytheforcebewithyou
  `
  .split(/\s+/)
  .filter((word) => word !== '');

/** Rows along which fingers walk. */
export const WALKS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '147258369',
  '!@#$%^&*()',
];
