import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { SavedViewList, SaveView } from './saved-view.dto.ts';
import { SavedViews } from './saved-views.service.ts';

@ApiTags('caseload')
@Controller('caseload/views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'Views of the caseload that the asker kept under a name' })
  @ApiOkResponse({ type: SavedViewList })
  listSavedViews(): Promise<SavedViewList> {
    return this.views.list();
  }

  @Post()
  @HttpCode(200)
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'Keep a view under a name; a name that is there already gets the new address' })
  @ApiOkResponse({ type: SavedViewList })
  saveView(@Body() body: SaveView): Promise<SavedViewList> {
    return this.views.keep(body);
  }

  @Delete(':id')
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'Remove a view of one’s own' })
  @ApiOkResponse({ type: SavedViewList })
  removeSavedView(@Param('id') id: string): Promise<SavedViewList> {
    return this.views.remove(id);
  }
}
