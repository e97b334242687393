import { Module } from '@nestjs/common';
import { SignalsModule } from '../signals/signals.module.ts';
import { ContactParts } from './contact-parts.ts';
import { ContactsController } from './contacts.controller.ts';
import { Contacts } from './contacts.service.ts';
import { CorrectContacts } from './correct-contact.service.ts';

@Module({
  imports: [SignalsModule],
  controllers: [ContactsController],
  providers: [Contacts, CorrectContacts, ContactParts],
  exports: [Contacts],
})
export class ContactsModule {}
