import { describe, expect, it } from '@jest/globals';
import { isGuessable } from './password-rules.ts';

const CONTEXT = ['marieke.post@delinde.nl', 'Marieke Post', 'Huisartsenpraktijk De Linde'];

describe('isGuessable', () => {
  it.each([
    ['a well-known password', 'password1234'],
    ['a Dutch one', 'Wachtwoord2026!'],
    ['one with figures for letters', 'W4chtw00rd!!2026'],
    ['a season with a year', 'zomer-2026-!!'],
    ['one character', 'aaaaaaaaaaaa'],
    ['a short piece repeated', 'welkom12welkom12'],
    ['a walk over the keyboard', 'qwertyuiopasdf'],
    ['a walk up and down', '123456789098765'],
    ['the own name', 'MariekePost2026'],
    ['the own address', 'marieke.post@delinde'],
    ['the practice', 'DeLinde!12345678'],
    ['the product', 'samenoud2026!!'],
  ])('refuses %s', (_, password) => {
    expect(isGuessable(password, CONTEXT)).toBe(true);
  });

  it.each([
    ['four words', 'vier paarse stoelen dansen'],
    ['random characters', 'x7#kQ9!vLm2p'],
    ['random figures', '847201938475'],
    ['a name with enough of one’s own', 'marieke houdt van schaatsen'],
    ['other scripts', 'пароль-который-нельзя'],
    ['emoji', '🦊🌵🚲🎻🧀🛶🦉🍄🪁🧲🪀🧩'],
  ])('accepts %s', (_, password) => {
    expect(isGuessable(password, CONTEXT)).toBe(false);
  });
});
