/** Errors of Postgres that pass by themselves. */

/** No connection, no room, stopping, a lock or a statement that took too long: nothing about what was asked. */
const CLASSES = /^(08|53|57|40|55P03)/
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return CLASSES.test(code) || SYSTEM.has(code)
  return typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
}
