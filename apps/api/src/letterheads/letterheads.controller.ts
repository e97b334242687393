import { Body, Controller, Delete, Get, Headers, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { DomainError } from '../platform/http/problem.ts';
import { AcceptsUpload, uploadedFile } from '../platform/http/upload.ts';
import { LetterheadView, PutLetterhead } from './letterhead.dto.ts';
import { Letterheads } from './letterheads.service.ts';

@ApiTags('letterhead')
@Controller('letterhead')
export class LetterheadsController {
  constructor(private readonly letterheads: Letterheads) {}

  @Get()
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'What stands above and below the letters of the practice, and what is still missing' })
  @ApiOkResponse({ type: LetterheadView })
  getLetterhead(): Promise<LetterheadView> {
    return this.letterheads.get();
  }

  @Put()
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Fill in the letterhead; letters made before keep theirs' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: LetterheadView })
  putLetterhead(
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PutLetterhead,
  ): Promise<LetterheadView> {
    return this.letterheads.put(ifMatch, body);
  }

  @Get('logo')
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'The logo of the practice' })
  @ApiProduces('image/png', 'image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getLogo(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const logo = await this.letterheads.findLogo();
    if (!logo) throw new DomainError('NOT_FOUND');
    void reply.header('Content-Security-Policy', 'sandbox');
    return new StreamableFile(logo.content, { type: logo.type, disposition: 'inline', length: logo.content.length });
  }

  @Put('logo')
  @AcceptsUpload()
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Another logo: PNG or JPEG of at most 1 MB' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: LetterheadView })
  putLogo(@Headers('if-match') ifMatch: string | undefined, @Req() request: FastifyRequest): Promise<LetterheadView> {
    return this.letterheads.putLogo(ifMatch, uploadedFile(request).content);
  }

  @Delete('logo')
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Letters without a logo' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: LetterheadView })
  removeLogo(@Headers('if-match') ifMatch: string | undefined): Promise<LetterheadView> {
    return this.letterheads.removeLogo(ifMatch);
  }
}
