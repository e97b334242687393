/** The instant at which a day begins in the Netherlands. */
export const startOfDay = (day: string): string => `((${day})::timestamp AT TIME ZONE 'Europe/Amsterdam')`;
