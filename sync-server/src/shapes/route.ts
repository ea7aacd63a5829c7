/** GET /v1/shape: the one log of the quilter whose token it is, over Electric's HTTP protocol, from whichever source her tenant has. */
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { EPOCH_HEADER, KNOWN_HEADER, NOW_HEADER } from '#shared/sync/wire.ts'
import { encodeStream, encodeText } from './encode.ts'
import { EVERY_ANSWER } from './messages.ts'
import { comeBack, nonsense } from './refusals.ts'
import { readShapeRequest } from './request.ts'
import type { ShapeAnswer, ShapeSource, ShapeTenant } from './source.ts'

export interface ShapeRouteParts<T extends ShapeTenant & { readonly source: string }> {
  /** The tenant of the token: never one the request names. */
  readonly tenantOf: (request: FastifyRequest) => T
  readonly sources: Readonly<Record<T['source'], ShapeSource<T>>>
  /** Server time, milliseconds. */
  readonly now: () => number
}

const PAUSE_SECONDS = 1

function knownOf(request: FastifyRequest): number | null {
  const said = request.headers[KNOWN_HEADER]
  if (said === undefined || said === '') return 0
  return typeof said === 'string' && /^\d{1,16}$/.test(said) ? Number(said) : null
}

async function answerTo<T extends ShapeTenant & { readonly source: string }>(
  request: FastifyRequest,
  signal: AbortSignal,
  parts: ShapeRouteParts<T>,
): Promise<ShapeAnswer> {
  const tenant = parts.tenantOf(request)
  const read = readShapeRequest(request.query as Record<string, unknown>)
  if (!read.ok) return nonsense(tenant.epoch, read.errors)
  const known = knownOf(request)
  if (known === null) return nonsense(tenant.epoch, { [KNOWN_HEADER]: ['is not a number'] })
  try {
    return await parts.sources[tenant.source as T['source']].answer({ tenant, request: read.request, known, signal })
  } catch (error) {
    if (!signal.aborted) tell(request.log, error)
    return comeBack(tenant.epoch, PAUSE_SECONDS)
  }
}

/** On the same computer, with nothing in between, packing costs more time than it saves. */
function isNear(request: FastifyRequest): boolean {
  const { headers, socket } = request
  const isPassedOn = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via
  return isPassedOn === undefined && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
}

function tell(log: FastifyBaseLogger, error: unknown): void {
  log.error({ err: error }, 'a shape was not read')
}

/** Answers a shape request whose sender is known. Everything wrong on our side is a 503: the device comes back by itself. */
export function shapeHandler<T extends ShapeTenant & { readonly source: string }>(parts: ShapeRouteParts<T>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const gone = new AbortController()
    // Whoever went while we asked who it is was told of already, and would be waited for in vain.
    if (reply.raw.destroyed) gone.abort()
    else reply.raw.once('close', () => gone.abort())
    const { status, epoch, headers, body } = await answerTo(request, gone.signal, parts)
    const accepted = isNear(request) ? undefined : request.headers['accept-encoding']
    reply
      .code(status)
      .headers({ ...EVERY_ANSWER, ...headers, [EPOCH_HEADER]: epoch, [NOW_HEADER]: String(parts.now()) })
    if (typeof body === 'string') {
      const encoded = await encodeText(body, accepted)
      return reply.headers(encoded.headers).send(encoded.bytes)
    }
    const encoded = encodeStream(body, accepted)
    return reply.headers(encoded.headers).send(encoded.stream)
  }
}
