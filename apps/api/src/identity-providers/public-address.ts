import { BlockList, isIP, isIPv6 } from 'node:net';

/** IPv4 networks that are not the public internet. Source: IANA special-purpose address registry. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]; // prettier-ignore

/** Of the one IPv6 network that is public, the parts that carry or stand for other addresses. */
const PUBLIC_IPV6 = '2000::/3';
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const special = listOf([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const publicIpv6 = listOf([PUBLIC_IPV6]);
const loopback = listOf(['127.0.0.0/8', '::1/128']);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

const inList = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Whether a server may be asked at this address: on the public internet, never inside the network Samenoud runs in, so that nobody
 * can use it to look around there. Addresses of IPv4 written as IPv6 are refused. `allowLoopback` is for outside production.
 */
export function mayBeAsked(address: string, allowLoopback: boolean): boolean {
  if (isIP(address) === 0) return false;
  if (inList(loopback, address)) return allowLoopback && !address.toLowerCase().startsWith('::ffff:');
  return !inList(special, address) && (!isIPv6(address) || inList(publicIpv6, address));
}
