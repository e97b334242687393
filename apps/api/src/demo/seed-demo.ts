import type { INestApplicationContext } from '@nestjs/common';
import { PracticeSetup } from '../organisations/practice-setup.ts';
import { demoPractices } from './demo-people.ts';

/** Fills an empty, marked database with the made-up network, through the services of the product. */
export async function seedDemo(app: INestApplicationContext): Promise<void> {
  const setup = app.get(PracticeSetup, { strict: false });
  for (const practice of demoPractices()) await setup.create(practice);
}
