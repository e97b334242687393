import type { Config } from '../platform/config/config.ts';

/** The page of the online questionnaire. */
const PATH = '/vragenlijst';

/** Where the letter sends people: as they type it, and as a camera opens it. Without PUBLIC_URL (never in production) this machine. */
export function onlineAddress({ publicUrl, host, port }: Config): { address: string; link: string } {
  const link = `${publicUrl ?? `http://${host}:${port}`}${PATH}`;
  return { link, address: link.replace(/^https?:\/\//, '') };
}
