import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { ActionList, ActionsOfClientQuery, ActionsQuery, ActionView, AddTask, UpdateAction } from './action.dto.ts';
import { Actions } from './actions.service.ts';

@ApiTags('actions')
@Controller()
export class ActionsController {
  constructor(private readonly actions: Actions) {}

  @Get('actions')
  @Permits('TASKS.READ')
  @ApiOperation({
    summary: 'Actions of plans and meetings and tasks of one owner, over all clients the asker may know of',
  })
  @ApiOkResponse({ type: ActionList })
  listActions(@Query() asked: ActionsQuery): Promise<ActionList> {
    return this.actions.ofOwner(asked);
  }

  @Get('clients/:id/actions')
  @Permits('TASKS.READ')
  @ApiOperation({ summary: 'Actions and tasks about one client, open ones first' })
  @ApiOkResponse({ type: ActionList })
  listActionsOfClient(@Param('id') clientId: string, @Query() asked: ActionsOfClientQuery): Promise<ActionList> {
    return this.actions.ofClient(clientId, asked);
  }

  @Post('clients/:id/tasks')
  @Permits('TASKS.CREATE')
  @ApiOperation({ summary: 'Add a task about a client' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ActionView })
  addTask(@Param('id') clientId: string, @Body() body: AddTask): Promise<ActionView> {
    return this.actions.addTask(clientId, body);
  }

  @Patch('actions/:id')
  @Permits('TASKS.UPDATE')
  @ApiOperation({
    summary: 'Tick off, cancel with a reason, postpone, pass on, reopen, or change the words of an action',
  })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ActionView })
  updateAction(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateAction,
  ): Promise<ActionView> {
    return this.actions.update(id, ifMatch, body);
  }
}
