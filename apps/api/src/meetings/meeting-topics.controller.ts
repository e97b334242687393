import { Body, Controller, Headers, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { AddTopic, ChangeTopic, TopicView } from './meeting-topic.dto.ts';
import { MeetingTopics } from './meeting-topics.service.ts';

@ApiTags('meetings')
@Controller()
export class MeetingTopicsController {
  constructor(private readonly topics: MeetingTopics) {}

  @Post('meetings/:id/topics')
  @Permits('MEETING.CREATE')
  @ApiOperation({ summary: 'Put a topic that is about no client at the end of the agenda' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TopicView })
  addTopic(@Param('id') meetingId: string, @Body() { text }: AddTopic): Promise<TopicView> {
    return this.topics.add(meetingId, text);
  }

  @Patch('meeting-topics/:id')
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Words and place of a topic, what was said of it while the meeting runs, or take it off' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: TopicView })
  changeTopic(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeTopic,
  ): Promise<TopicView> {
    return this.topics.change(id, ifMatch, body);
  }
}
