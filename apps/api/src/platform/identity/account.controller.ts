import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NeverKept, Permits, WithoutTransaction } from '../access/permission.ts';
import { ChangePassword } from './change-password.ts';
import { OwnAccount } from './own-account.ts';
import { PasswordChange, RecoveryCodeList } from './sign-in.dto.ts';

@ApiTags('account')
@Controller('account')
export class AccountController {
  constructor(
    private readonly passwords: ChangePassword,
    private readonly account: OwnAccount,
  ) {}

  @Post('password')
  @HttpCode(204)
  @Permits('OWN_ACCOUNT.UPDATE')
  @WithoutTransaction('hashes passwords')
  @ApiOperation({ summary: 'Change the own password; needs a fresh second factor and ends the other sessions' })
  @ApiNoContentResponse()
  changePassword(
    @Body() body: PasswordChange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.passwords.change(body, request, reply);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Permits('OWN_ACCOUNT.UPDATE')
  @NeverKept('recovery codes')
  @ApiOperation({ summary: 'Make new recovery codes, shown this once; needs a fresh second factor' })
  @ApiOkResponse({ type: RecoveryCodeList })
  async renewRecoveryCodes(@Req() request: FastifyRequest): Promise<RecoveryCodeList> {
    return { recoveryCodes: await this.account.renewRecoveryCodes(request) };
  }
}
