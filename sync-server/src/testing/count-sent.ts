import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Counts the bytes of files that reach a server, whole or cut off: all that comes over its sockets but for heads of requests and questions
 * in JSON.
 */
export function countSent(server: Server): { bytes(): number } {
  const sockets = new Set<Socket>()
  let closed = 0
  let other = 0
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      closed += socket.bytesRead
    })
  })
  server.on('request', (request: IncomingMessage) => {
    other += headBytes(request)
    if (request.headers['content-type'] === 'application/json') other += Number(request.headers['content-length'] ?? 0)
  })
  return {
    bytes: () => [...sockets].reduce((sum, socket) => sum + socket.bytesRead, closed) - other,
  }
}

/** The first line, the headers with their separators, and the empty line. */
function headBytes({ method = '', url = '', rawHeaders }: IncomingMessage): number {
  const headers = rawHeaders.reduce((sum, part) => sum + part.length + 2, 0)
  return method.length + url.length + ' '.length * 2 + 'HTTP/1.1\r\n'.length + headers + '\r\n'.length
}
