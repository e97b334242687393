const THREE_DIGIT_AREA = /^0(1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[4578])/;

function withoutPunctuation(text: string): string {
  return text.replaceAll('(0)', '').replace(/[\s\-.()]/g, '');
}

function toE164(number: string): string | undefined {
  const dutch = /^(?:0|\+31|0031)([1-9]\d{8})$/.exec(number);
  if (dutch) return `+31${dutch[1]}`;
  return /^\+(?!31)[1-9]\d{7,14}$/.test(number) ? number : undefined;
}

/**
 * A phone number as stored (E.164), or undefined. Accepts ten Dutch digits, +31 or 0031 and nine digits, and + with 8–15
 * digits of another country; spaces, hyphens, dots, brackets and "(0)" are dropped.
 */
export function normalisePhone(text: string): string | undefined {
  return toE164(withoutPunctuation(text));
}

/** As `normalisePhone`; nine digits get back the leading zero that spreadsheets drop. For imports only. */
export function normaliseImportedPhone(text: string): string | undefined {
  const number = withoutPunctuation(text);
  return toE164(/^[1-9]\d{8}$/.test(number) ? `0${number}` : number);
}

/** A stored number the Dutch way: 0599 123456, 06 12345678, 050 1234567; foreign numbers stay as stored. */
export function formatPhone(phone: string): string {
  if (!/^\+31\d{9}$/.test(phone)) return phone;
  const national = `0${phone.slice(3)}`;
  const areaLength = national.startsWith('06') ? 2 : THREE_DIGIT_AREA.test(national) ? 3 : 4;
  return `${national.slice(0, areaLength)} ${national.slice(areaLength)}`;
}
