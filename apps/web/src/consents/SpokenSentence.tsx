import { text } from '@samenoud/texts';
import classes from './consents.module.css';

type Props = { clientName: string; organisation: string | undefined; adviser: string | undefined };

/** Whom to ask, and a sentence to ask it with. */
export function SpokenSentence({ clientName, organisation, adviser }: Props) {
  const name = organisation ?? text('consents.ask.thatOrganisation');
  return (
    <section className={classes['say']}>
      <p>{text('consents.ask.who', { name: clientName })}</p>
      <h3>{text('consents.ask.sayTitle')}</h3>
      {adviser !== undefined && <p>„{text('consents.ask.sayAdviser', { adviser, organisation: name })}”</p>}
      <p>„{text('consents.ask.say', { organisation: name })}”</p>
    </section>
  );
}
