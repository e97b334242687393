import { describe, expect, it } from '@jest/globals';
import { mayBeAsked } from './public-address.ts';
import { isAllowed, providerFetch } from './provider-fetch.ts';

describe('mayBeAsked', () => {
  it.each([
    '93.184.216.34', '8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '223.255.255.255',
    '2a00:1450:4001::64', '2606:4700::1111', '2001:4860:4860::8888',
  ])('%s', (address) => {
    expect([mayBeAsked(address, true), mayBeAsked(address, false)]).toEqual([true, true]);
  }); // prettier-ignore

  it.each([
    '0.0.0.0', '10.0.0.1', '100.64.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1',
    '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', 'fe80::1', 'fd00:ec2::254', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1',
    '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::1', '2001:db8::1', '2001::1', '3fff::1', 'localhost', '',
  ])('never %s', (address) => {
    expect([mayBeAsked(address, true), mayBeAsked(address, false)]).toEqual([false, false]);
  }); // prettier-ignore

  it.each(['127.0.0.1', '127.255.255.254', '::1'])('%s outside production only', (address) => {
    expect([mayBeAsked(address, true), mayBeAsked(address, false)]).toEqual([true, false]);
  });
});

describe('an address of a provider', () => {
  it.each([
    ['https://inloggen.zorggroep.nl/a/b', true, true],
    ['http://inloggen.zorggroep.nl', false, false],
    ['https://naam:geheim@inloggen.zorggroep.nl', false, false],
    ['https://10.1.2.3', false, false],
    ['https://[fd00::1]', false, false],
    ['https://169.254.169.254/latest/meta-data', false, false],
    ['http://169.254.169.254/latest/meta-data', false, false],
    ['https://2130706433/', false, true],
    ['https://0x7f.1/', false, true],
    ['http://localhost:3001', false, true],
    ['http://127.0.0.1:3001', false, true],
    ['http://[::1]:3001', false, true],
    ['ftp://inloggen.zorggroep.nl', false, false],
    ['file:///etc/passwd', false, false],
    ['javascript:alert(1)', false, false],
  ])('%s: in production %s, elsewhere %s', (address, inProduction, elsewhere) => {
    const url = new URL(address);
    expect([isAllowed(url, true), isAllowed(url, false)]).toEqual([inProduction, elsewhere]);
  });

  it('is judged once more by what its name turns out to be', async () => {
    await expect(providerFetch(true)('https://localhost/', {})).rejects.toThrow('this address is not asked');
  });
});
