import { Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_INFO } from './api-info';
import { COMPONENTS } from './components';
import { TAGS } from './tags';

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The description of the API, from the real routes and the schemas that check input. */
export const describeApi = (nest: INestApplication): OpenAPIObject => {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Röda tråden')
    .setDescription(
      'Handling of disability services (insatser enligt SoL och LSS) as events. Summaries are English, descriptions Swedish; every event type has both titles.',
    )
    .setVersion(API_INFO.apiVersion)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addCookieAuth('rt-session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addServer('/', 'Where this description came from')
    .build();
  const tags = Object.entries(TAGS).map(([name, description]) => ({ name, description }));
  const document = SwaggerModule.createDocument(nest, head, { autoTagControllers: false });
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path as Record<string, OperationObject>))
      // A route without a session says so explicitly. Without the field, it could look like an omission.
      operation.security ??= [];
  const schemas = COMPONENTS as unknown as Schemas;
  return { ...document, tags, components: { ...document.components, schemas: { ...schemas } } };
};

/** Holds the description of the API when the server has made it. */
@Injectable()
export class OpenApiDocument {
  private made: OpenAPIObject | undefined;

  make(nest: INestApplication): void {
    this.made = describeApi(nest);
  }

  /** @throws Error if the description has not been made yet */
  get whole(): OpenAPIObject {
    if (this.made === undefined) throw new Error('the description has not been made yet');
    return this.made;
  }
}
