import { Button, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { type DemoChoice, ROLES, type Session, signInDemo } from './session-queries.ts';
import classes from './SignIn.module.css';

const PRACTICES = ['noord', 'zuid', 'leeg'] as const;

type Props = { onSignedIn: (session: Session, demoChoice: DemoChoice) => void };

/** One button per role and practice of the made-up network. */
export function DemoSignIn({ onSignedIn }: Props) {
  const signIn = useMutation({ mutationFn: signInDemo, onSuccess: onSignedIn });
  return (
    <section>
      <Title order={2}>{text('session.demo.title')}</Title>
      <Text c="dimmed">{text('session.demo.hint')}</Text>
      {signIn.isError && <ProblemSummary error={signIn.error} />}
      <div className={classes['practices']}>
        {PRACTICES.map((practice) => (
          <section key={practice} className={classes['practice']}>
            <Title order={3}>{text(`session.demo.${practice}`)}</Title>
            <Text c="dimmed" size="sm" mb="xs">
              {text(`session.demo.${practice}Hint`)}
            </Text>
            {ROLES.map((role) => (
              <Button
                key={role}
                variant="default"
                justify="flex-start"
                fullWidth
                disabled={signIn.isPending}
                aria-label={text('session.demo.signInAs', {
                  role: text(`common.role.${role}`),
                  practice: text(`session.demo.${practice}`),
                })}
                onClick={() => signIn.mutate({ role, practice })}
              >
                {text(`common.role.${role}`)}
              </Button>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}
