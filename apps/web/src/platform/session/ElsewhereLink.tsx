import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';

/** The way to a sign-in page in another tab, so that nothing on this one is lost. */
export const ElsewhereLink = ({ href }: { href: string }) => (
  <>
    <Button component="a" href={href} target="_blank" rel="noopener noreferrer" autoFocus w="fit-content">
      {text('session.organisation.submit')}
    </Button>
    <Text role="status">{text('session.organisation.waiting')}</Text>
  </>
);
