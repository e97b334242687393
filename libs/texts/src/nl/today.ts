export const today = {
  greeting: 'Goedendag {name}',
  nothing: 'Niets te doen op dit moment',
  nothingHint: 'Hier staat wat u als eerste doet, en waarom. Op dit moment wacht er niets op u.',
  more: { one: 'En nog 1 cliënt', other: 'En nog {n} cliënten' },
  all: '{what}, alle {n}',
  FORM_IN_PROGRESS: { title: 'Vragenlijst afmaken', hint: 'Begonnen met invoeren, nog niet afgerond.' },
  SECOND_ENTRY: {
    title: 'Tweede invoer',
    hint: 'Dicht bij een grens: typ het papier nog een keer, liefst door een ander.',
  },
  ASK_BY_PHONE: { title: 'Navragen', hint: 'Bel de cliënt: met een paar antwoorden meer is het profiel bekend.' },
  REMARK_TO_READ: {
    title: 'Opmerkingen lezen',
    hint: 'Online geschreven door de cliënt. Lees ze uiterlijk de volgende werkdag.',
  },
  CONSENT_TO_ASK: {
    title: 'Toestemming vragen',
    hint: 'Profiel kwetsbaar: vraag de cliënt of een ouderenadviseur mag bellen. Dat duurt twee minuten.',
  },
  PROPOSAL_TO_ASSESS: { title: 'Voorstellen beoordelen', hint: 'Het voorstel is nieuw, of anders dan het profiel nu.' },
} as const;
