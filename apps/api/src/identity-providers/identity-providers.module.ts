import { Module } from '@nestjs/common';
import { IdentityProvidersController } from './identity-providers.controller.ts';
import { IdentityProviders } from './identity-providers.service.ts';
import { OrganisationSignInController } from './organisation-sign-in.controller.ts';
import { OrganisationSignIn } from './organisation-sign-in.service.ts';
import { ProviderSecrets } from './provider-secrets.ts';
import { ProviderWays } from './provider-ways.ts';
import { SwitchOnProvider } from './switch-on-provider.service.ts';

/** Signing in at the identity provider of one's organisation, beside the accounts of Samenoud itself. */
@Module({
  controllers: [IdentityProvidersController, OrganisationSignInController],
  providers: [IdentityProviders, OrganisationSignIn, ProviderSecrets, ProviderWays, SwitchOnProvider],
})
export class IdentityProvidersModule {}
