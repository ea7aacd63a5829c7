/** The OpenAPI document, made of the routes' own schemas, and a page to read it on. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Auth } from './authenticate.ts'

/** The page brings everything itself and talks to nobody else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export async function documentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Bobbin cloud',
        version: '1',
        description:
          'Backs up the libraries of quilters, each in a database of its own. Every error has one shape: `ErrorReply`.',
      },
      components: { securitySchemes: { device: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: one => {
      const { schema, url } = jsonSchemaTransform(one)
      const auth = (one.route.config as { auth?: Auth } | undefined)?.auth
      return { url, schema: auth === 'device' ? { ...schema, security: [{ device: [] }] } : schema }
    },
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(async inside => {
    inside.addHook('onRoute', route => {
      route.config = { ...route.config, auth: 'none' }
    })
    await inside.register(swaggerUi, { routePrefix: '/docs', staticCSP: POLICY })
  })
}
