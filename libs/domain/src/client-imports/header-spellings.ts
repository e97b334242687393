import { normaliseForSearch } from '../names/normalise.ts';
import type { ImportField } from './import-codes.ts';

/** Spellings of headers as compared: small letters and digits only, words joined. Our list; no HIS publishes a format. */
const SPELLINGS: Readonly<Record<ImportField, string>> = {
  FAMILY:
    'achternaam achternm achternaampatient achternaampat anaam familienaam geslachtsnaam eigennaam eigenachternaam naam naampatient patientnaam patnaam clientnaam lastname surname familyname meisjesnaam geboortenaam achternaameigen eigenachternm',
  PREFIX:
    'voorvoegsel voorvoegsels voorvoegselachternaam voorvoegselseigennaam voorvoegseleigen voorvoegseleigennaam tussenvoegsel tussenvoegsels tussenv tussenvg tv tsv vv vvgsl voorv voorvgs voorvoeg vvoegsel voorvoegselgeslachtsnaam prefix tussenvoegseleigennaam',
  INITIALS: 'voorletters voorletter vl vltrs voorl voorltrs vletters initialen initiaal initials voorlettersmetpunt',
  GIVEN: 'voornaam voornamen roepnaam vnaam voornm eerstenaam firstname givenname roepn',
  PARTNER_FAMILY:
    'partnernaam naampartner achternaampartner partnerachternaam geslachtsnaampartner echtgenootnaam naamechtgenoot partnersurname achternaampartnereigen',
  PARTNER_PREFIX:
    'voorvoegselpartner voorvoegselspartner partnervoorvoegsel partnervoorvoegsels tussenvoegselpartner partnertussenvoegsel tussenvoegselspartner vvpartner partnervv',
  NAME_USE: 'naamgebruik naamsgebruik naamgebruikcode aanduidingnaamgebruik codenaamgebruik naamvoering',
  SEX: 'geslacht geslachtcode geslachtpatient sexe sekse gesl geslcode mv vm mvx mvo sex gender gsl manvrouw',
  BIRTH_DATE:
    'geboortedatum gebdatum gebdat gebdtm gebd geb geboorte geboortedag geboortedat gebdatumpatient geboren geborenop datumgeboorte birthdate dateofbirth dob geboortedt geboortedatumpatient gbdatum',
  BSN: 'bsn bsnnummer bsnnr bsnno burgerservicenummer burgerservicenr sofinummer sofi sofinr bsnpatient patientbsn',
  HIS_NUMBER:
    'hisnummer hisnr hisid patientnummer patientnr patnr patnummer patientno patientid patid pid patientennummer patientencode patientcode clientnummer clientnr clientid dossiernummer dossiernr hispatientnummer hispatnr patientnummerhis externid kaartnummer kaartnr',
  STREET: 'straat straatnaam str woonstraat street straatnm adresstraat straatwoonadres',
  HOUSE_NUMBER:
    'huisnummer huisnr hnr hsnr huisno hn huisnum nummerhuis adresnummer housenumber huisnummerwoonadres hnummer huisnrwoonadres',
  SUFFIX:
    'toevoeging toev huisnummertoevoeging huisnrtoev huisnummertoev huisletter hnrtoevoeging toevoeginghuisnummer toevoeg huisnrtoevoeging hnrtoev huislettertoevoeging toevhuisnr huistoevoeging suffix',
  ADDRESS:
    'adres woonadres adresregel adresregel1 adres1 straathuisnummer straatenhuisnummer straathuisnr straatnummer straatennummer address straatnr straatenhuisnr',
  POSTCODE: 'postcode pc postc postkode pcode postcodewoonadres zip zipcode postalcode postcd',
  CITY: 'woonplaats plaats plaatsnaam woonpl wpl stad city plaatswoonadres woonplaatsnaam plts woonpltsnaam',
  PHONE:
    'telefoon telefoonnummer telefoonnr tel telnr telnummer telno telefoon1 tel1 telthuis telefoonthuis telprive telefoonprive telefoonvast vast vastnummer phone phonenumber tf tfn telefoonno telvast teleffon telefoonnummer1',
  MOBILE:
    'mobiel mobielnummer mobielnr mob gsm telefoonmobiel telmobiel mobieltelefoonnummer mobieletelefoon mobile telmob mobieltel 06nummer telefoon2 tel2 telefoonnummer2 gsmnummer',
  GP: 'huisarts ha naamhuisarts huisartsnaam vastehuisarts eigenhuisarts behandelaar behandelendhuisarts arts gp havast hoofdbehandelaar eigenarts',
};

const FIELD_OF: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(SPELLINGS) as [ImportField, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field] as const),
  ),
);

/** A header as spellings are compared: case, accents, blanks and punctuation do not count. */
export function headerKey(header: string): string {
  return normaliseForSearch(header).replaceAll(' ', '');
}

/** How it is written, and whose it is, say nothing about what it is: "Geslacht (M/V)", "patient_achternaam". */
const HOW_WRITTEN = /(mv|vm|mvo|mvx|ddmmjjjj|ddmmyyyy|jjjjmmdd|yyyymmdd)$/;
const WHOSE = /^(patient|client|pat)(?=.)|(?<=.)(patient|client)$/g;

/** What a column with this header holds, or undefined when we do not know the spelling. */
export function fieldOfHeader(header: string): ImportField | undefined {
  const key = headerKey(header);
  const bare = key.replace(HOW_WRITTEN, '');
  return FIELD_OF.get(key) ?? FIELD_OF.get(bare) ?? FIELD_OF.get(bare.replaceAll(WHOSE, ''));
}

/** What a practice said before that a header means; the key is a `headerKey`, null means: not taken over. */
export type RememberedFields = Readonly<Record<string, ImportField | null>>;

/**
 * The field of each column, in the order of the headers; null where none fits. A field is given once, to the first column
 * that claims it. "Adres" beside a column with house numbers holds the street alone.
 */
export function mapHeaders(headers: readonly string[], remembered: RememberedFields = {}): (ImportField | null)[] {
  const known = headers.map((header) => {
    const key = headerKey(header);
    return Object.hasOwn(remembered, key) ? (remembered[key] ?? null) : (fieldOfHeader(header) ?? null);
  });
  const apart = known.includes('HOUSE_NUMBER') && !known.includes('STREET');
  const read = known.map((field) => (field === 'ADDRESS' && apart ? 'STREET' : field));
  return read.map((field, index) => (field !== null && read.indexOf(field) === index ? field : null));
}
