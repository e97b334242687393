import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import {
  ContactPersonList,
  ContactPersonView,
  CreateContactPerson,
  UpdateContactPerson,
} from './contact-person.dto.ts';
import { ContactPersons } from './contact-persons.service.ts';

@ApiTags('clients')
@Controller()
export class ContactPersonsController {
  constructor(private readonly contacts: ContactPersons) {}

  @Get('clients/:id/contact-persons')
  @Permits('IDENTITY.READ')
  @ApiOperation({ summary: 'The people around a client, first contact first' })
  @ApiOkResponse({ type: ContactPersonList })
  listContactPersons(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ContactPersonList> {
    return this.contacts.listOf(clientId, page);
  }

  @Post('clients/:id/contact-persons')
  @Permits('IDENTITY.UPDATE')
  @ApiOperation({ summary: 'Add a contact person or representative' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ContactPersonView })
  addContactPerson(@Param('id') clientId: string, @Body() body: CreateContactPerson): Promise<ContactPersonView> {
    return this.contacts.add(clientId, body);
  }

  @Patch('contact-persons/:id')
  @Permits('IDENTITY.UPDATE')
  @ApiOperation({ summary: 'Change a contact person, or take one off the list with removed: true' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ContactPersonView })
  updateContactPerson(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateContactPerson,
  ): Promise<ContactPersonView> {
    return this.contacts.update(id, ifMatch, body);
  }
}
