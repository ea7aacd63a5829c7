import { isIP } from 'node:net'
import type { Config } from '#server/config.ts'

/** What a request says about whose cloud it is for, beside its token. */
export interface Named {
  /** The name in the address, without the port. */
  readonly hostname: string
  /** The header `bobbin-tenant`. */
  readonly header: string | readonly string[] | undefined
}

/**
 * Whether a request names another tenant than its token does. A name in the address may be the cloud's own, the tenant's own below the
 * tenant domain (or below anything, where none is set), a bare address or a name without a domain; every other is somebody else's. Nothing is
 * looked up: a tenant that is there and one that is not are refused alike.
 */
export function namesAnotherTenant(
  { hostname, header }: Named,
  { id, slug }: { readonly id: string; readonly slug: string },
  { publicUrl, tenantDomain }: Pick<Config, 'publicUrl' | 'tenantDomain'>,
): boolean {
  if (header !== undefined && header !== slug && header !== id) return true
  const name = folded(hostname)
  if (isIP(name.replaceAll(/^\[|\]$/g, '')) !== 0 || !name.includes('.')) return false
  if (publicUrl !== null && name === folded(new URL(publicUrl).hostname)) return false
  if (tenantDomain !== null && name === folded(tenantDomain)) return false
  const [first = '', ...rest] = name.split('.')
  const isBelow = tenantDomain === null ? publicUrl === null : rest.join('.') === folded(tenantDomain)
  return !(isBelow && first.replaceAll('-', '_') === slug)
}

const folded = (name: string): string => name.toLowerCase().replace(/\.$/, '')
