const when = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** Day and time of what was done about a remark: "2 okt 2026, 14:12". */
export const remarkTime = (at: string): string => when.format(new Date(at));
