import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../config/version.ts';

/** The contract, made from the code. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Samenoud')
    .setDescription('Integrated elderly care by the SamenOud model. Errors are RFC 9457 problem details in Dutch.')
    .setVersion(VERSION)
    .addCookieAuth('samenoud')
    .build();
  return SwaggerModule.createDocument(app, settings, { operationIdFactory: (_controller, method) => method });
}
