/** Weights 9 to 2, and −1 for the last digit. */
function weightedSum(nineDigits: string): number {
  return nineDigits.split('').reduce((sum, digit, index) => sum + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
}

/**
 * A burgerservicenummer: nine digits, (9a+8b+7c+6d+5e+4f+3g+2h−i) divisible by 11. All zeros pass the sum and are
 * refused all the same. Source: nl.wikipedia.org, Burgerservicenummer; our rule for zeros.
 */
export function isBsn(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== '000000000' && weightedSum(text) % 11 === 0;
}

/** The nine digits of a BSN typed with spaces or dots, or undefined when it is none. */
export function normaliseBsn(text: string): string | undefined {
  const digits = text.replace(/[ .]/g, '');
  return isBsn(digits) ? digits : undefined;
}

/** As `normaliseBsn`; eight digits get back the leading zero that spreadsheets drop. For imports only. */
export function padImportedBsn(text: string): string | undefined {
  const digits = text.replace(/[ .]/g, '');
  return normaliseBsn(/^\d{8}$/.test(digits) ? `0${digits}` : digits);
}

/** Only the last four digits: *****6782. */
export function maskBsn(bsn: string): string {
  return `*****${bsn.slice(-4)}`;
}
