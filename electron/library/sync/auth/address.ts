import { BobbinError } from '#shared/contract/errors.ts'

/**
 * The cloud's address from what somebody typed: `cloud.example.org`, `https://cloud.example.org/`. Without a path, so that the address of a
 * library can be compared. Plain HTTP is for this very computer only: a sign-in must not be read on its way.
 * @throws BobbinError `wrong-cloud-address`, `cloud-address-unsafe`
 */
export function cloudAddress(typed: string): string {
  const text = typed.trim()
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLoopback(text) ? 'http' : 'https'}://${text}`
  if (!URL.canParse(full)) throw wrong()
  const url = new URL(full)
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw wrong()
  if (url.protocol === 'http:' && isLoopback(url.host)) return url.origin
  if (url.protocol === 'http:') {
    throw new BobbinError(
      'cloud-address-unsafe',
      'This address is not safe: others could read along. It has to begin with https://.',
    )
  }
  if (url.protocol !== 'https:') throw wrong()
  return url.origin
}

const isLoopback = (host: string): boolean => /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?\/?$/i.test(host)

const wrong = (): BobbinError =>
  new BobbinError('wrong-cloud-address', 'This is not the address of a cloud. It looks like cloud.example.org.')
