import { Button, Text, Title } from '@mantine/core';
import { type DirectiveKind, formatDutchDay, isSameTreatment } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { agreedWithWords, agreedWords, whatWords } from './directive-form.ts';
import { DirectiveDialog } from './DirectiveDialog.tsx';
import { DirectiveFlag } from './DirectiveFlag.tsx';
import { type Directive, directivesQuery, voidDirective } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';
import paper from '../ui/Document.module.css';

type Props = { clientId: string; today: string; mayWrite: boolean; mayVoid: (directive: Directive) => boolean };
type Open =
  { act: 'EDIT'; kind: DirectiveKind; directive: Directive | undefined } | { act: 'VOID'; directive: Directive };

/** What holds now first; what ended or never held below it. Who may not read it learns that there is one, and whom to ask. */
export function DirectivesSection({ clientId, today, mayWrite, mayVoid }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(directivesQuery(clientId));
  const [open, setOpen] = useState<Open>();

  async function done(words: string): Promise<void> {
    setOpen(undefined);
    announce(words);
    await cache.invalidateQueries({ queryKey: directivesQuery(clientId).queryKey });
  }
  if (data === undefined) return null;
  const isHidden = data.hidden !== undefined;
  const gone = data.items.filter(({ inForce }) => !inForce);
  const lists = (['TREATMENT', 'ADVANCE'] as const).map((kind) => ({
    kind,
    directives: data.items.filter((one) => one.kind === kind && one.inForce),
  }));
  const acts = { mayWrite, mayVoid, onOpen: setOpen };
  return (
    <section aria-labelledby="directives-title">
      <Title order={2} id="directives-title" mb="sm">
        {text('directives.title')}
      </Title>
      {isHidden && <DirectiveFlag list={data} />}
      {!isHidden && data.items.length === 0 && (
        <Text>{text(mayWrite ? 'directives.noneHint' : 'directives.none')}</Text>
      )}
      <Twice directives={lists[0]?.directives ?? []} />
      {lists.map(
        ({ kind, directives }) =>
          directives.length > 0 && (
            <div key={kind}>
              <Title order={3}>{text(kind === 'TREATMENT' ? 'directives.treatments' : 'directives.advances')}</Title>
              <DirectiveItems label={text(`directives.caption.${kind}`)} directives={directives} {...acts} />
            </div>
          ),
      )}
      {mayWrite && (
        <div className={classes['acts']}>
          <Button variant="default" onClick={() => setOpen({ act: 'EDIT', kind: 'TREATMENT', directive: undefined })}>
            {text('directives.addTreatment')}
          </Button>
          <Button variant="default" onClick={() => setOpen({ act: 'EDIT', kind: 'ADVANCE', directive: undefined })}>
            {text('directives.addAdvance')}
          </Button>
        </div>
      )}
      {gone.length > 0 && (
        <details className={paper['more']}>
          <summary>{text('directives.ended', { n: gone.length })}</summary>
          <DirectiveItems label={text('directives.ended', { n: gone.length })} directives={gone} {...acts} />
        </details>
      )}
      {open?.act === 'EDIT' && (
        <DirectiveDialog
          clientId={clientId}
          kind={open.kind}
          directive={open.directive}
          today={today}
          onSaved={() => void done(text('directives.dialog.saved'))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.act === 'VOID' && (
        <ReasonDialog
          title={text('directives.voidDialog.title')}
          consequence={text('directives.voidDialog.consequence')}
          reasonLabel={text('directives.voidDialog.reason')}
          confirmLabel={text('directives.voidDialog.confirm')}
          send={(reason) => voidDirective(open.directive.id, reason)}
          onDone={() => void done(text('directives.dialog.saved'))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

/** After two records became one there may be two about the same: both are shown, and somebody has to choose. */
function Twice({ directives }: { directives: readonly Directive[] }) {
  const doubled = directives.filter((one, index) =>
    directives.slice(0, index).some((other) => isSameTreatment(one, other)),
  );
  return doubled.map((one) => (
    <p key={one.id} role="alert" className={classes['flag']}>
      {text('directives.twice', { what: whatWords(one) })}
    </p>
  ));
}

type ItemsProps = {
  label: string;
  directives: readonly Directive[];
  mayWrite: boolean;
  mayVoid: Props['mayVoid'];
  onOpen: (open: Open) => void;
};

function DirectiveItems({ label, directives, mayWrite, mayVoid, onOpen }: ItemsProps) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {directives.map((directive) => (
        <li key={directive.id}>
          <div className={classes['what']}>
            <DirectiveWords directive={directive} />
          </div>
          <div className={classes['acts']}>
            {mayWrite && directive.voided === null && (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={text('directives.editOf', { what: whatWords(directive) })}
                onClick={() => onOpen({ act: 'EDIT', kind: directive.kind, directive })}
              >
                {text('directives.edit')}
              </Button>
            )}
            {mayVoid(directive) && directive.voided === null && (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={text('directives.voidOf', { what: whatWords(directive) })}
                onClick={() => onOpen({ act: 'VOID', directive })}
              >
                {text('directives.void')}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function DirectiveWords({ directive }: { directive: Directive }) {
  const { voided, endsOn, discussedOn, datedOn, agreedWith, comment, inForce } = directive;
  const head = `${whatWords(directive)}: ${agreedWords(directive)}`;
  const facts = [
    datedOn === null ? null : `${text('directives.field.datedOn')} ${formatDutchDay(datedOn)}`,
    discussedOn === null ? null : `${text('directives.field.discussedOn')} ${formatDutchDay(discussedOn)}`,
    agreedWith.length === 0 ? null : `${text('directives.field.agreedWith')} ${agreedWithWords(agreedWith)}`,
    inForce && endsOn !== null ? `${text('directives.field.endsOn')} ${formatDutchDay(endsOn)}` : null,
  ];
  return (
    <>
      {voided === null ? <strong>{head}</strong> : <s className={classes['gone']}>{head}</s>}{' '}
      {directive.discussAgain && (
        <span className={paper['due']} title={text('directives.discussAgainHint')}>
          {text('directives.discussAgain')}
        </span>
      )}
      <Text className={paper['quiet']}>{facts.filter((fact) => fact !== null).join(' · ')}</Text>
      {comment !== null && <Text>{comment}</Text>}
      {voided !== null && <Text>{text('directives.state.VOID', { reason: voided.reason })}</Text>}
      {voided === null && !inForce && endsOn !== null && (
        <Text>{text('directives.state.ENDED', { day: formatDutchDay(endsOn) })}</Text>
      )}
    </>
  );
}
