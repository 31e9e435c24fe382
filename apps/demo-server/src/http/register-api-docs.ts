import swagger, { type SwaggerTransform } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import {
  contentTypeNames,
  contentTypeOf,
  documentSchema,
  type Endpoint,
  endpoints,
  gallerySchema,
  gallerySummarySchema,
  mediaSchema,
  planSchema,
  problemSchema,
  receiptSchema,
  toChangesSchema,
  userSchema,
} from '@gallerist/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { endpointIdOf } from './route-schema.ts'

const components = {
  Document: documentSchema,
  Gallery: gallerySchema,
  GallerySummary: gallerySummarySchema,
  Media: mediaSchema,
  Plan: planSchema,
  Problem: problemSchema,
  Receipt: receiptSchema,
  User: userSchema,
}

/** OpenAPI 3.1 of the endpoint table, as a page at `/docs` and as a document at `/openapi.json`. */
export async function registerApiDocs(app: FastifyInstance): Promise<void> {
  const schemaRegistry = z.registry<{ id?: string | undefined }>()
  for (const [id, schema] of Object.entries(components)) schemaRegistry.add(schema, { id })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Gallerist', version: '0.1.0', description: 'Galleries whose removed files leave storage.' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: withContentTypes(withForms(createJsonSchemaTransform({ schemaRegistry }))),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** Forms are read by hand, so Fastify holds no body schema of theirs to document. */
function withForms(transform: SwaggerTransform): SwaggerTransform {
  const forms = Object.entries<Endpoint>(endpoints).filter(([, row]) => row.multipart)
  return (document) => {
    const transformed = transform(document)
    const [, row] = forms.find(([id]) => id === document.schema?.operationId) ?? []
    return row ? { ...transformed, schema: { ...transformed.schema, body: toFormSchema(row) } } : transformed
  }
}

function toFormSchema({ body }: Endpoint): Record<string, unknown> {
  const fields = z.toJSONSchema(body ?? z.object(), { io: 'input' })
  const file = { type: 'string', format: 'binary' }
  return { ...fields, type: 'object', properties: { ...fields.properties, file }, required: ['file'] }
}

/** The rows of documents take whatever fields the content type declares: a schema for each. */
function withContentTypes(transform: SwaggerTransform): SwaggerTransform {
  const rows: readonly Endpoint[] = [endpoints.createDocument, endpoints.saveDocument, endpoints.planDocumentSave]
  const ids = new Set(rows.map(endpointIdOf))
  return (document) => {
    const transformed = transform(document)
    if (!ids.has(String(document.schema?.operationId))) return transformed
    return { ...transformed, schema: { ...transformed.schema, body: toDocumentBodySchema() } }
  }
}

function toDocumentBodySchema(): Record<string, unknown> {
  const bodies = contentTypeNames.map((name) => ({
    title: contentTypeOf(name).label,
    type: 'object',
    properties: { fields: z.toJSONSchema(toChangesSchema(name), { io: 'input' }) },
    required: ['fields'],
    additionalProperties: false,
  }))
  return { anyOf: bodies }
}
