/**
 * Takes who went on without choosing back to the first answer, as soon as the sentence that says so is there: in large
 * type on a telephone that sentence is not in sight of the button.
 */
export function goToFirstChoice(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('input[type="radio"]')?.focus());
}
