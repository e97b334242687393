/** `Huisartsenpraktijk De Linde` becomes `huisartsenpraktijk-de-linde`. */
export function shortNameOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-|-$/g, '') || 'praktijk'
  );
}
