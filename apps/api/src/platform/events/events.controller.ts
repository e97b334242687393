import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BackgroundRoute, Permits, WithoutTransaction } from '../access/permission.ts';
import { DomainError } from '../http/problem.ts';
import { SessionStore } from '../identity/session-store.ts';
import { originOf } from '../request/request-origin.ts';
import { EventStreams } from './event-streams.ts';

const MEDIA_TYPE = 'text/event-stream';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly sessions: SessionStore,
  ) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @WithoutTransaction('a stream is open for hours, and each thing it tells is decided in a transaction of its own')
  @BackgroundRoute('a browser opens and reopens it by itself')
  @Header('Content-Type', `${MEDIA_TYPE}; charset=utf-8`)
  @Header('Connection', 'close') // or the server would wait for it when it stops
  @Header('X-Accel-Buffering', 'no')
  @ApiOperation({ summary: 'Hints that something changed: { type, id, version, clientId }, never content' })
  @ApiProduces(MEDIA_TYPE)
  @ApiOkResponse({ schema: { type: 'string' } })
  async openStream(@Req() request: FastifyRequest): Promise<StreamableFile> {
    const { user } = request;
    if (!user) throw new DomainError('UNAUTHENTICATED');
    const tokenHash = this.sessions.tokenHashOf(request);
    return new StreamableFile(await this.streams.open({ user, origin: originOf(request), tokenHash }), {
      type: `${MEDIA_TYPE}; charset=utf-8`,
    });
  }
}
