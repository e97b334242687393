/** The number completed with its check digit, or undefined when no single digit fits. */
function withCheckDigit(eightDigits: string): string | undefined {
  const sum = eightDigits.split('').reduce((total, digit, index) => total + (9 - index) * Number(digit), 0);
  const check = sum % 11;
  return check === 10 ? undefined : `${eightDigits}${check}`;
}

function numbersStartingWith(prefix: string): readonly string[] {
  const free = 8 - prefix.length;
  return Array.from({ length: 10 ** free }, (_, index) =>
    withCheckDigit(`${prefix}${String(index).padStart(free, '0')}`),
  ).filter((bsn) => bsn !== undefined);
}

/** The 909 valid numbers 99999…, said to be reserved for testing. For made-up people only. */
export function syntheticBsns(): readonly string[] {
  return numbersStartingWith('99999');
}

/** Further valid numbers 9999…, none of them in `syntheticBsns`. Never together with data of real people. */
export function moreSyntheticBsns(): readonly string[] {
  return numbersStartingWith('9999').filter((bsn) => !bsn.startsWith('99999'));
}
