import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ChangeInvitations } from './change-invitation.service.ts';
import { FindForm } from './find-form.service.ts';
import {
  ChangeInvitation, ClientInvitations, CloseAsking, FindForms, FoundForms, InvitationDetails, InvitationList, InvitationQuery, LookedUpForm, LookupCode,
  OpenForms,
} from './invitation.dto.ts'; // prettier-ignore
import { Invitations } from './invitations.service.ts';
import { OpenQuestions } from './open-questions.service.ts';

@ApiTags('screening-rounds')
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly changes: ChangeInvitations,
    private readonly forms: FindForm,
    private readonly questions: OpenQuestions,
  ) {}

  @Get('screening-rounds/:id/invitations')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Invitations of a round by name, with the next step and who takes it' })
  @ApiOkResponse({ type: InvitationList })
  listInvitations(@Param('id') id: string, @Query() query: InvitationQuery): Promise<InvitationList> {
    return this.invitations.listOf(id, query);
  }

  @Get('clients/:id/invitations')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Invitations of one client, newest first' })
  @ApiOkResponse({ type: ClientInvitations })
  listInvitationsOfClient(@Param('id') clientId: string): Promise<ClientInvitations> {
    return this.invitations.ofClient(clientId);
  }

  @Get('screening-rounds/:id/open-questions')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Incomplete forms with exactly the questions to ask by phone' })
  @ApiOkResponse({ type: OpenForms })
  listOpenQuestions(@Param('id') id: string, @Query() page: PageQuery): Promise<OpenForms> {
    return this.questions.listOf(id, page);
  }

  @Post('invitations/lookup')
  @HttpCode(200)
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Client, form and page behind the form code of a page' })
  @ApiOkResponse({ type: LookedUpForm })
  lookUpForm(@Body() body: LookupCode): Promise<LookedUpForm> {
    return this.forms.lookup(body);
  }

  @Post('invitations/search')
  @HttpCode(200)
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Forms without their first page, by birth date and family name' })
  @ApiOkResponse({ type: FoundForms })
  searchForms(@Body() body: FindForms): Promise<FoundForms> {
    return this.forms.search(body);
  }

  @Get('invitations/:id')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'One invitation with every step it took' })
  @ApiOkResponse({ type: InvitationDetails })
  getInvitation(@Param('id') id: string): Promise<InvitationDetails> {
    return this.invitations.get(id);
  }

  @Patch('invitations/:id')
  @Permits('SCREENING.UPDATE')
  @ApiOperation({ summary: 'Take a step by hand, correct the day of sending, or note a call in vain' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: InvitationDetails })
  changeInvitation(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeInvitation,
  ): Promise<InvitationDetails> {
    return this.changes.change(id, ifMatch, body);
  }

  @Post('invitations/:id/asking-closed')
  @HttpCode(200)
  @Permits('SCREENING.UPDATE')
  @ApiOperation({ summary: 'Nobody knows the open answers: stop asking' })
  @ApiOkResponse({ type: InvitationDetails })
  closeAsking(@Param('id') id: string, @Body() body: CloseAsking): Promise<InvitationDetails> {
    return this.questions.close(id, body);
  }
}
