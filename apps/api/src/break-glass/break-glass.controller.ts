import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExactClientList, FindExactClient } from '../platform/access/exact-clients.dto.ts';
import { Permits } from '../platform/access/permission.ts';
import { BreakGlass } from './break-glass.service.ts';
import {
  AddEmergencyNote, BeginEmergencyAccess, CurrentEmergencyAccess, EmergencyAccess, EmergencyNote,
} from './emergency-access.dto.ts'; // prettier-ignore
import { EmergencyClients } from './emergency-clients.service.ts';
import { EmergencyNotes } from './emergency-notes.service.ts';

/** For whoever has to open a record without a care relation. */
@ApiTags('break-glass')
@Controller()
export class BreakGlassController {
  constructor(
    private readonly breakGlass: BreakGlass,
    private readonly clients: EmergencyClients,
    private readonly notes: EmergencyNotes,
  ) {}

  @Post('emergency-accesses/clients/search')
  @HttpCode(200)
  @Permits('BREAK_GLASS.CREATE')
  @ApiOperation({ summary: 'One client by exact family name and birth date; no more is answered, and it is logged' })
  @ApiOkResponse({ type: ExactClientList })
  findEmergencyClient(@Body() body: FindExactClient): Promise<ExactClientList> {
    return this.clients.find(body);
  }

  @Post('clients/:id/break-glass')
  @Permits('BREAK_GLASS.CREATE')
  @ApiOperation({ summary: 'Open one record for four hours without a care relation; a fresh second factor is needed' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: EmergencyAccess })
  beginEmergencyAccess(@Param('id') clientId: string, @Body() body: BeginEmergencyAccess): Promise<EmergencyAccess> {
    return this.breakGlass.begin(clientId, body);
  }

  @Get('emergency-accesses/current')
  @Permits('BREAK_GLASS.CREATE')
  @ApiOperation({ summary: 'The emergency access that this session has running now' })
  @ApiOkResponse({ type: CurrentEmergencyAccess })
  getCurrentEmergencyAccess(): Promise<CurrentEmergencyAccess> {
    return this.breakGlass.current();
  }

  @Post('emergency-accesses/:id/end')
  @HttpCode(200)
  @Permits('BREAK_GLASS.CREATE')
  @ApiOperation({ summary: 'End an emergency access of your own before its time' })
  @ApiOkResponse({ type: EmergencyAccess })
  endEmergencyAccess(@Param('id') id: string): Promise<EmergencyAccess> {
    return this.breakGlass.end(id);
  }

  @Post('emergency-accesses/:id/notes')
  @Permits('BREAK_GLASS.CREATE')
  @ApiOperation({ summary: 'Leave a note for those who stay, while the emergency access runs' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: EmergencyNote })
  addEmergencyNote(@Param('id') id: string, @Body() body: AddEmergencyNote): Promise<EmergencyNote> {
    return this.notes.add(id, body);
  }
}
