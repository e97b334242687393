/**
 * The number of a care professional in the BIG register: 11 figures, however it was typed.
 * @returns the figures, or undefined for what is no such number
 */
export function normaliseBigNumber(text: string): string | undefined {
  const figures = text.replace(/[\s.-]/g, '');
  return /^\d{11}$/.test(figures) ? figures : undefined;
}
