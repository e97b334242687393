/** The card of one client in a running meeting: domain.md 10, item contents. */
export const meetingCard = {
  changed: 'Veranderd',
  plan: 'Plan',
  noPlan: 'Er is geen zorgleefplan.',
  notShared: 'niet met u gedeeld',
  matters: '“{words}”',
  goal: '{text}: {baseline}, wens {target}',
  goalMoved: '{text}: {baseline} → {latest}, wens {target}',
  moreGoals: { one: 'en nog 1', other: 'en nog {n}' },
  late: { one: '1 actie te laat', other: '{n} acties te laat' },
  postponed: '{n}× uitgesteld, eerst {day}',
  doneOn: 'gedaan {day}',
  stillOpen: 'nog open',
  first: 'Eerst: wie moet weg',
  nobody: 'Niemand, de agenda',
  since: 'Gewijzigd sinds agenda: {what}',
  change: {
    ANSWERS: 'nieuwe vragenlijst',
    PROFILE: 'profiel vastgesteld',
    SIGNAL: 'nieuw signaal',
    STATUS: 'opname of vertrek',
  },
} as const;
