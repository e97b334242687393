import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** Days stay strings end to end, instants become ISO 8601 in UTC; the driver's default shifts days by the time zone. */
export function readDaysAsText(): void {
  pg.types.setTypeParser(DATE, (value) => value);
  pg.types.setTypeParser(TIMESTAMPTZ, (value) => new Date(value).toISOString());
  pg.types.setTypeParser(INT8, Number);
}
