import { Code, List, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import QRCode from 'qrcode';
import classes from './SignIn.module.css';

type Props = { otpauthUri: string; secret: string };

/** In groups of four, to type over. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** How to put the account into an authenticator app: scan, or type the secret over. */
export function EnrolFactor({ otpauthUri, secret }: Props) {
  const { data: svg } = useQuery({
    queryKey: ['qr-code', otpauthUri],
    queryFn: () => QRCode.toString(otpauthUri, { type: 'svg', errorCorrectionLevel: 'M' }),
    gcTime: 0,
  });
  return (
    <>
      <Text>{text('session.enrol.why')}</Text>
      <List type="ordered">
        <List.Item>{text('session.enrol.getApp')}</List.Item>
        <List.Item>{text('session.enrol.scan')}</List.Item>
        <List.Item>{text('session.enrol.typeCode')}</List.Item>
      </List>
      {svg !== undefined && (
        <img
          className={classes['qr']}
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt={text('session.enrol.qr')}
          width={220}
          height={220}
        />
      )}
      <Text>
        {text('session.enrol.byHand')} <Code>{grouped(secret)}</Code>
      </Text>
    </>
  );
}
