const POSTCODE = /^([1-9]\d{3}) ?(?!SA|SD|SS)([A-Z]{2})$/i;

/** A Dutch postcode as stored, '1234 AB', or undefined. SA, SD and SS are not issued. Source: zippostalcodes.com. */
export function normalisePostcode(text: string): string | undefined {
  const match = POSTCODE.exec(text.trim());
  return match ? `${match[1]} ${match[2]?.toUpperCase()}` : undefined;
}
