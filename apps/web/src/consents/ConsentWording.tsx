import type { ConsentCategory } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import classes from './consents.module.css';
import type { ConsentTexts, RulesOfConsent } from './consent-types.ts';

type Props = {
  texts: ConsentTexts;
  rule: RulesOfConsent;
  organisation: string;
  categories: readonly ConsentCategory[];
};

/** The very words that are read out or signed: these are kept with the answer. */
export function ConsentWording({ texts, rule, organisation, categories }: Props) {
  const meanings = texts.categories.filter(({ category }) => categories.includes(category as ConsentCategory));
  const words = meanings.map(({ meaning }) => meaning);
  const last = words.at(-1) ?? '';
  const list =
    words.length < 2 ? last : `${words.slice(0, -1).join('; ')}; ${text('consents.texts.toestemming-1.and')} ${last}`;
  const open = texts.rules.find((one) => one.rule === rule)?.text ?? '';
  return (
    <section className={classes['wording']}>
      <h3>{text('consents.ask.textTitle')}</h3>
      <p lang="nl">{open.replace('{organisation}', organisation).replace('{categories}', list)}</p>
    </section>
  );
}
