import type {
  AnswerOption,
  ChoiceAnswer,
  GfiDomain,
  GfiFactor,
  InstrumentItem,
  InstrumentPack,
} from './instrument-pack.ts';

const NO: AnswerOption = { code: 'no', label: 'nee', score: 0, key: '1' };

const INDEPENDENCE: ChoiceAnswer = {
  kind: 'CHOICE',
  options: [
    { code: 'independent', label: 'zelfstandig', score: 0, key: '1' },
    { code: 'dependent', label: 'niet zelfstandig', score: 1, key: '2' },
  ],
};

const YES_NO: ChoiceAnswer = { kind: 'CHOICE', options: [NO, { code: 'yes', label: 'ja', score: 1, key: '2' }] };

/** "Soms" scores 0 for memory and 1 for the psychosocial items. */
function sometimes(score: 0 | 1): ChoiceAnswer {
  return {
    kind: 'CHOICE',
    options: [
      NO,
      { code: 'sometimes', label: 'soms', score, key: '2' },
      { code: 'yes', label: 'ja', score: 1, key: '3' },
    ],
  };
}

function item(
  position: number,
  label: string,
  text: string,
  answer: InstrumentItem['answer'],
  domain: GfiDomain,
  factor: GfiFactor,
): InstrumentItem {
  return { id: `gfi-${String(position).padStart(2, '0')}`, position, label, text, domain, factor, answer };
}

const WITHOUT_HELP = 'zonder enige hulp van iemand anders zelfstandig';
const WITH_AID = 'eventueel met behulp van stok, rollator of rolstoel?';

const ITEMS: readonly InstrumentItem[] = [
  item(
    1,
    'Boodschappen doen',
    `Kunt u ${WITHOUT_HELP} de boodschappen doen, ${WITH_AID}`,
    INDEPENDENCE,
    'PHYSICAL',
    'DAILY_ACTIVITIES',
  ),
  item(
    2,
    'Buitenshuis verplaatsen',
    `Kunt u zich ${WITHOUT_HELP} buitenshuis verplaatsen (rondom huis, naar buren), ${WITH_AID}`,
    INDEPENDENCE,
    'PHYSICAL',
    'DAILY_ACTIVITIES',
  ),
  item(
    3,
    'Aan- en uitkleden',
    `Kunt u zichzelf ${WITHOUT_HELP} aan- en uitkleden, ${WITH_AID}`,
    INDEPENDENCE,
    'PHYSICAL',
    'DAILY_ACTIVITIES',
  ),
  item(
    4,
    'Naar het toilet gaan',
    `Kunt u ${WITHOUT_HELP} naar het toilet gaan, ${WITH_AID}`,
    INDEPENDENCE,
    'PHYSICAL',
    'DAILY_ACTIVITIES',
  ),
  item(
    5,
    'Rapportcijfer fitheid',
    'Welk rapportcijfer geeft u uw lichamelijke fitheid (0–10)?',
    { kind: 'INTEGER', minimum: 0, maximum: 10, scoreOneUpTo: 6 },
    'PHYSICAL',
    'HEALTH_PROBLEMS',
  ),
  item(
    6,
    'Slecht zien',
    'Heeft u in het dagelijks leven problemen doordat u slecht ziet?',
    YES_NO,
    'PHYSICAL',
    'HEALTH_PROBLEMS',
  ),
  item(
    7,
    'Slecht horen',
    'Heeft u in het dagelijks leven problemen doordat u slecht hoort?',
    YES_NO,
    'PHYSICAL',
    'HEALTH_PROBLEMS',
  ),
  item(
    8,
    'Ongewenst afgevallen',
    'Bent u de afgelopen 6 maanden veel afgevallen zonder dat u dat wilde (3 kg in 1 maand of 6 kg in 2 maanden)?',
    YES_NO,
    'PHYSICAL',
    'HEALTH_PROBLEMS',
  ),
  item(
    9,
    '4 of meer medicijnen',
    'Gebruikt u 4 of meer verschillende soorten medicijnen?',
    YES_NO,
    'PHYSICAL',
    'HEALTH_PROBLEMS',
  ),
  item(
    10,
    'Klachten over geheugen',
    'Heeft u klachten over uw geheugen?',
    sometimes(0),
    'COGNITIVE',
    'HEALTH_PROBLEMS',
  ),
  item(11, 'Leegte om u heen', 'Ervaart u wel eens een leegte om u heen?', sometimes(1), 'SOCIAL', 'PSYCHOSOCIAL'),
  item(12, 'Mensen missen', 'Mist u wel eens mensen om u heen?', sometimes(1), 'SOCIAL', 'PSYCHOSOCIAL'),
  item(13, 'In de steek gelaten', 'Voelt u zich wel eens in de steek gelaten?', sometimes(1), 'SOCIAL', 'PSYCHOSOCIAL'),
  item(
    14,
    'Somber of neerslachtig',
    'Heeft u zich de laatste tijd somber of neerslachtig gevoeld?',
    sometimes(1),
    'PSYCHOLOGICAL',
    'PSYCHOSOCIAL',
  ),
  item(
    15,
    'Nerveus of angstig',
    'Heeft u zich de laatste tijd nerveus of angstig gevoeld?',
    sometimes(1),
    'PSYCHOLOGICAL',
    'PSYCHOSOCIAL',
  ),
];

/**
 * Groningen Frailty Indicator, 0–15, more is more frail. Sources: Steverink 2001, Schuurmans 2004; scores as in EP Mobile
 * (2023). The wording of items 4–15 and the grouping of items into factors and domains were not read in a source.
 */
export const GFI: InstrumentPack = {
  instrument: 'gfi',
  version: 'gfi-samenoud-1',
  language: 'nl',
  title: 'Groningen Frailty Indicator (GFI)',
  citation:
    'Steverink e.a., Gerontologist 2001;41:236–237. Schuurmans e.a., J Gerontol A 2004;59(9):M962–965. Vraag 1–3 naar de Lifelines wiki; de woorden van vraag 4–15 zijn nog niet met een officiële uitgave vergeleken.',
  licenceStatement:
    'De vragen zijn gepubliceerd zonder licentie; de rechthebbende is vermoedelijk het UMCG. Vraag toestemming voor openbaar gebruik.',
  scoringNote: 'Elke vraag geeft 0 of 1 punt. Een rapportcijfer van 0 tot en met 6 geeft 1 punt.',
  maximumScore: 15,
  cutOff: 5,
  items: ITEMS,
};
