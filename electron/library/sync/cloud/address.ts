import { BobbinError } from '#shared/contract/errors.ts'

/**
 * The cloud's address without its end slash. Tokens go nowhere they could be read on the way: https, or this very computer.
 * @throws BobbinError `cloud-address`
 */
export function cloudAddress(typed: string): string {
  const url = URL.parse(typed.trim())
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)
  if (url === null || !isSafe || url.username !== '' || url.password !== '')
    throw new BobbinError('cloud-address', 'This is no address of a cloud. It begins with https://.', { url: typed })
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
