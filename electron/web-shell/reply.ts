import type { ServerResponse } from 'node:http'
import { BobbinError } from '#shared/contract/errors.ts'
import { INERT_POLICY, SECURITY_HEADERS } from '#shared/shell/page.ts'

/** Headers that every answer carries; a page replaces the policy by its own. */
export function guarded(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...SECURITY_HEADERS, 'Content-Security-Policy': INERT_POLICY, 'Cache-Control': 'no-store', ...headers }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, JSON.stringify(value), 'application/json; charset=utf-8')
}

export function sendText(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, `${sentence}\n`, 'text/plain; charset=utf-8')
}

/** A refusal as the window's other errors are told: code, sentence, detail. */
export function sendError(response: ServerResponse, status: number, error: BobbinError): void {
  sendJson(response, status, { code: error.code, message: error.message, detail: error.detail })
}

function send(response: ServerResponse, status: number, body: string, type: string): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, guarded({ 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)) }))
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
