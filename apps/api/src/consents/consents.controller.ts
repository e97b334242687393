import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import {
  ConsentList,
  ConsentPaperMade,
  PrintConsents,
  ConsentsQuery,
  ConsentTextList,
  ConsentView,
  RegisterConsent,
  WithdrawConsent,
} from './consent.dto.ts';
import { PrintedConsents } from './print-consents.service.ts';
import { ConsentRegister } from './consent-register.service.ts';
import { consentTexts } from './consent-texts.ts';

@ApiTags('consents')
@Controller()
export class ConsentsController {
  constructor(
    private readonly register: ConsentRegister,
    private readonly papers: PrintedConsents,
  ) {}

  @Get('clients/:id/consents')
  @Permits('CONSENT.READ')
  @ApiOperation({
    summary: 'The consent register of a client, newest first, and what each organisation may read by it now',
  })
  @ApiOkResponse({ type: ConsentList })
  listConsents(@Param('id') clientId: string, @Query() page: ConsentsQuery): Promise<ConsentList> {
    return this.register.list(clientId, page);
  }

  @Post('clients/:id/consents')
  @Permits('CONSENT.CREATE')
  @ApiOperation({ summary: 'Record what a client allows or refuses; it works at once' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ConsentView })
  registerConsent(@Param('id') clientId: string, @Body() body: RegisterConsent): Promise<ConsentView> {
    return this.register.register(clientId, body);
  }

  @Post('consents/:id/withdraw')
  @HttpCode(200)
  @Permits('CONSENT.VOID')
  @ApiOperation({ summary: 'Take a consent or refusal back; it works at once, and the line stays in the register' })
  @ApiOkResponse({ type: ConsentView })
  withdrawConsent(@Param('id') id: string, @Body() body: WithdrawConsent): Promise<ConsentView> {
    return this.register.withdraw(id, body);
  }

  @Post('clients/:id/consent-papers')
  @Permits('CONSENT.CREATE')
  @ApiOperation({ summary: 'Print for the client what was agreed and how to stop it, or a form to sign' })
  @ApiCreatedResponse({ type: ConsentPaperMade })
  printConsents(@Param('id') clientId: string, @Body() body: PrintConsents): Promise<ConsentPaperMade> {
    return this.papers.print(clientId, body);
  }

  @Get('consent-texts')
  @Permits('CONSENT.CREATE')
  @ApiOperation({ summary: 'The text that is read out or signed now, and what each category means in plain words' })
  @ApiOkResponse({ type: ConsentTextList })
  listConsentTexts(): ConsentTextList {
    return consentTexts();
  }
}
