import { Alert } from '@mantine/core';
import { text } from '@samenoud/texts';

/** The client is at it herself: going on here takes the form out of her hands. */
export const OnlineNote = () => (
  <Alert variant="outline" color="gray" title={text('entry.takeOver.title')}>
    {text('entry.takeOver.hint')}
  </Alert>
);
