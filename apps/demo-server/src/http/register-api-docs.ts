import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import {
  gallerySchema,
  gallerySummarySchema,
  mediaSchema,
  planSchema,
  problemSchema,
  receiptSchema,
  userSchema,
} from '@gallerist/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

const components = {
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
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
