import { IMESA_DOMAINS } from './instrument-pack.ts';
import type { ChoiceAnswer, ImesaDomain, ImesaTimeFrame, InstrumentItem, InstrumentPack } from './instrument-pack.ts';

/** Generic anchors of our own; a licensed content pack brings an answer text per item and score. */
const ANCHORS: ChoiceAnswer = {
  kind: 'CHOICE',
  options: [
    { code: 0, label: 'geen', score: 0, key: '0' },
    { code: 1, label: 'licht', score: 1, key: '1' },
    { code: 2, label: 'matig', score: 2, key: '2' },
    { code: 3, label: 'ernstig', score: 3, key: '3' },
  ],
};

/** Per domain five topics: two history, two current state, one vulnerability. */
const TOPICS: Readonly<Record<ImesaDomain, readonly (readonly [ImesaTimeFrame, string])[]>> = {
  BIOLOGICAL: [
    ['HISTORY', 'Langdurige lichamelijke klachten'],
    ['HISTORY', 'Eerder zoeken naar de oorzaak'],
    ['CURRENT', 'Last van klachten nu'],
    ['CURRENT', 'Duidelijkheid over de oorzaak nu'],
    ['VULNERABILITY', 'Lichaam: vooruitblik'],
  ],
  PSYCHOLOGICAL: [
    ['HISTORY', 'Omgaan met tegenslag'],
    ['HISTORY', 'Eerdere psychische problemen'],
    ['CURRENT', 'Moeite met adviezen en behandeling'],
    ['CURRENT', 'Psychische klachten nu'],
    ['VULNERABILITY', 'Psychisch: vooruitblik'],
  ],
  SOCIAL: [
    ['HISTORY', 'Bezigheden en meedoen'],
    ['HISTORY', 'Omgang met andere mensen'],
    ['CURRENT', 'Woonsituatie'],
    ['CURRENT', 'Steun van anderen'],
    ['VULNERABILITY', 'Sociaal: vooruitblik'],
  ],
  HEALTH_CARE: [
    ['HISTORY', 'Hoeveelheid zorg eerder'],
    ['HISTORY', 'Ervaringen met zorgverleners'],
    ['CURRENT', 'Samenwerking tussen zorgverleners'],
    ['CURRENT', 'Past de zorg bij de vraag'],
    ['VULNERABILITY', 'Zorg: vooruitblik'],
  ],
};

const ITEMS: readonly InstrumentItem[] = IMESA_DOMAINS.flatMap((domain) =>
  TOPICS[domain].map(([timeFrame, topic]) => ({ domain, timeFrame, label: topic, text: topic, answer: ANCHORS })),
).map((item, index) => ({ ...item, id: `imesa-${String(index + 1).padStart(2, '0')}`, position: index + 1 }));

/**
 * INTERMED-E-SA: structure with our own topic labels, 0–60, complex from 16. Sources: Lifelines wiki (structure of the
 * adult version), Wild 2011, samenoud.com (cut-off). The licensed question texts come in as a content pack.
 */
export const IMESA: InstrumentPack = {
  instrument: 'imesa',
  version: 'imesa-topics-1',
  language: 'nl',
  title: 'INTERMED-E-SA, onderwerpen',
  citation:
    'Opbouw naar de Lifelines wiki en Wild e.a. 2011; grens 16 naar samenoud.com. De namen van de onderwerpen zijn van Samenoud.',
  licenceStatement:
    'Dit pakket bevat alleen de opbouw en eigen namen van onderwerpen, niet de vragen en antwoorden van de INTERMED. Voor die teksten is een eigen pakket met toestemming nodig.',
  scoringNote:
    'Elk onderwerp krijgt een score van 0 tot en met 3, overgenomen van het formulier dat de praktijk gebruikt.',
  maximumScore: 60,
  cutOff: 16,
  items: ITEMS,
};
