import { useParams } from 'react-router';

/** The id in the address of a record; the routes that use it always have one. */
export function useClientId(): string {
  const { clientId } = useParams();
  if (clientId === undefined) throw new Error('No clientId in this route');
  return clientId;
}
