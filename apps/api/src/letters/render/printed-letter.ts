import type { Day, InstrumentPacks, LetterWave } from '@samenoud/domain';

/** What the practice puts above and below its letters. */
export interface PrintedLetterhead {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** As people write it: 0599 123456. */
  readonly phone: string;
  readonly openingHours: string | null;
  readonly senderName: string;
  readonly senderRole: string;
  readonly emergencyText: string;
  /** PNG or JPEG. */
  readonly logo: Buffer | null;
}

/** One letter with its questionnaire, as plain text. */
export interface PrintedLetter {
  /** As it stands on the envelope, one line each. */
  readonly addressLines: readonly string[];
  /** Geachte mevrouw Van der Berg, */
  readonly salutation: string;
  /** J.M. van der Berg */
  readonly clientName: string;
  readonly birthDate: Day;
  readonly largePrint: boolean;
  readonly formCode: string;
  /** The secret code of this letter; it is in no other place but here. */
  readonly accessCode: string;
  readonly packs: InstrumentPacks;
}

/** What all letters of one wave share. */
export interface PrintedWave {
  readonly letterhead: PrintedLetterhead;
  readonly wave: LetterWave;
  readonly roundName: string;
  readonly returnBy: Day;
  readonly today: Day;
  /** Where the questionnaire can be answered: as people type it, and as a camera opens it with the code behind the #. */
  readonly online: { readonly address: string; readonly link: string };
}
