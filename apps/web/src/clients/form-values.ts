import { useState } from 'react';

/** What stands in a form: text as typed, a day as 'YYYY-MM-DD', a code, or 'yes' for a box that is ticked. */
export type Values<Field extends string> = Readonly<Record<Field, string>>;

export const YES = 'yes';

export type FormState<Field extends string> = {
  values: Values<Field>;
  /** Goes up when values come from elsewhere, so that fields with a text of their own show the new one. */
  revision: number;
  set: (field: Field, value: string) => void;
  replace: (values: Values<Field>) => void;
};

export function useFormValues<Field extends string>(initial: () => Values<Field>): FormState<Field> {
  const [{ values, revision }, setState] = useState(() => ({ values: initial(), revision: 0 }));
  return {
    values,
    revision,
    set: (field, value) => setState((now) => ({ ...now, values: { ...now.values, [field]: value } })),
    replace: (next) => setState((now) => ({ values: next, revision: now.revision + 1 })),
  };
}

/** The fields in which two versions differ. */
export function changedFields<Field extends string>(before: Values<Field>, after: Values<Field>): Field[] {
  return (Object.keys(before) as Field[]).filter((field) => before[field].trim() !== after[field].trim());
}

export type Merged<Field extends string> = {
  /** As it stood in the form before. */
  mine: Values<Field>;
  values: Values<Field>;
  /** Changed by both, to something else: the person decides; the form keeps what she typed. */
  conflicts: Field[];
  /** Changed by the other only: now in the form as well. */
  adopted: Field[];
};

/** Brings what somebody else saved meanwhile into a form without losing a word of it. */
export function mergeVersions<Field extends string>(
  base: Values<Field>,
  mine: Values<Field>,
  theirs: Values<Field>,
): Merged<Field> {
  const changedByMe = new Set(changedFields(base, mine));
  const changedByThem = changedFields(base, theirs);
  const adopted = changedByThem.filter((field) => !changedByMe.has(field));
  const conflicts = changedByThem.filter((field) => changedByMe.has(field) && mine[field] !== theirs[field]);
  const values = { ...mine, ...Object.fromEntries(adopted.map((field) => [field, theirs[field]])) };
  return { mine, values, conflicts, adopted };
}
