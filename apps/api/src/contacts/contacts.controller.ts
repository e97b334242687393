import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ContactList, ContactView, CorrectContact, RecordContact } from './contact.dto.ts';
import { Contacts } from './contacts.service.ts';
import { CorrectContacts } from './correct-contact.service.ts';

@ApiTags('contacts')
@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly corrections: CorrectContacts,
  ) {}

  @Get('clients/:id/contacts')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'Contact moments with a client, newest first; struck ones too' })
  @ApiOkResponse({ type: ContactList })
  listContacts(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ContactList> {
    return this.contacts.ofClient(clientId, page);
  }

  @Post('clients/:id/contacts')
  @Permits('CONTACTS.CREATE')
  @ApiOperation({ summary: 'Write down a contact with the day of the next one and what was noticed, in one act' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ContactView })
  recordContact(@Param('id') clientId: string, @Body() body: RecordContact): Promise<ContactView> {
    return this.contacts.record(clientId, body);
  }

  @Patch('contacts/:id')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'Correct a contact, or strike it with a reason; what it was is kept' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ContactView })
  correctContact(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CorrectContact,
  ): Promise<ContactView> {
    return this.corrections.correct(id, ifMatch, body);
  }
}
