import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { RecordVersionList } from '../platform/client-documents/record-versions.ts';
import { PageQuery } from '../platform/http/page.ts';
import { DirectiveList, DirectiveView, SaveDirective, VoidReason } from './directive.dto.ts';
import { Directives } from './directives.service.ts';

@ApiTags('treatment-plans')
@Controller()
export class DirectivesController {
  constructor(private readonly directives: Directives) {}

  @Get('clients/:id/directives')
  @Permits('DIRECTIVES.READ')
  @ApiOperation({
    summary: 'Treatment and advance directives; for others in the team that there is one, and whom to ask',
  })
  @ApiOkResponse({ type: DirectiveList })
  listDirectives(@Param('id') clientId: string): Promise<DirectiveList> {
    return this.directives.listOf(clientId);
  }

  @Post('clients/:id/directives')
  @Permits('DIRECTIVES.CREATE')
  @ApiOperation({ summary: 'Write down what was agreed about treatment, or a paper of the client' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: DirectiveView })
  addDirective(@Param('id') clientId: string, @Body() body: SaveDirective): Promise<DirectiveView> {
    return this.directives.add(clientId, body);
  }

  @Get('clients/:id/directives/versions')
  @Permits('TREATMENT_PLAN.READ')
  @ApiOperation({ summary: 'Every version of every directive, newest first' })
  @ApiOkResponse({ type: RecordVersionList })
  listDirectiveVersions(@Param('id') clientId: string, @Query() page: PageQuery): Promise<RecordVersionList> {
    return this.directives.listVersions(clientId, page);
  }

  @Put('directives/:id')
  @Permits('DIRECTIVES.UPDATE')
  @ApiOperation({ summary: 'Change a directive, such as after it was discussed again, or let it end' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: DirectiveView })
  changeDirective(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveDirective,
  ): Promise<DirectiveView> {
    return this.directives.change(id, ifMatch, body);
  }

  @Post('directives/:id/void')
  @HttpCode(200)
  @Permits('DIRECTIVES.VOID')
  @ApiOperation({ summary: 'Declare a directive void that should never have been there; it stays readable' })
  @ApiOkResponse({ type: DirectiveView })
  voidDirective(@Param('id') id: string, @Body() body: VoidReason): Promise<DirectiveView> {
    return this.directives.declareVoid(id, body);
  }
}
