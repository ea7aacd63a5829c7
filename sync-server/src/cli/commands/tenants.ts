import { type Command, UsageError } from '../command.ts'
import type { Deps } from '#server/app.ts'
import { Refusal } from '#server/refusal.ts'
import { foldEmail } from '#server/services/email.ts'
import type { Tenant } from '#server/services/tenants.ts'

/** A mailed code's stand-in for whoever sits at the server: longer than a mailed one, because it is read out or sent on. */
const CODE_MS = 24 * 3_600_000

function emailOf(text: string): string {
  const email = foldEmail(text)
  if (email === null) throw new UsageError('--email is not an e-mail address.')
  return email
}

/** The tenant of a slug. @throws Refusal `tenant-unknown` */
export async function tenantBySlug(deps: Deps, slug: string): Promise<Tenant> {
  const tenant = await deps.tenants.bySlug(slug)
  if (!tenant) throw new Refusal('tenant-unknown', `There is no tenant “${slug}”.`, 404)
  return tenant
}

const codeFor = (deps: Deps, address: string): Promise<string> =>
  deps.whoIsWho.codes.make({ email: address, purpose: 'sign-in' }, { isInvitation: true, lastsMs: CODE_MS })

export const tenantCreate: Command = {
  usage: 'tenant create --slug S --email E',
  summary: 'Makes a tenant and the account of its owner; answers {slug, url, signInCode}',
  options: { slug: { type: 'string' }, email: { type: 'string' } },
  async run(call) {
    const [slug, address] = [call.needed('slug'), emailOf(call.needed('email'))]
    const deps = await call.deps()
    if (await deps.whoIsWho.accounts.byEmail(address))
      throw new Refusal('email-taken', 'This e-mail belongs to another account.', 409)
    const tenant = await deps.tenants.create(slug)
    await deps.whoIsWho.accounts.addOwner(tenant.id, address)
    const json = { slug, url: await call.url(), signInCode: await codeFor(deps, address) }
    return { json, text: `${slug} at ${json.url}: sign in as ${address} with the code ${json.signInCode}` }
  },
}

export const tenantSignInCode: Command = {
  usage: 'tenant sign-in-code --slug S',
  summary: 'A code that signs the owner in, good for a day; answers {slug, url, email, signInCode}',
  options: { slug: { type: 'string' } },
  async run(call) {
    const slug = call.needed('slug')
    const deps = await call.deps()
    const tenant = await tenantBySlug(deps, slug)
    const owner = await deps.whoIsWho.accounts.ofTenant(tenant.id)
    if (!owner) throw new Refusal('no-owner', `“${slug}” has no owner yet.`, 404)
    const json = { slug, url: await call.url(), email: owner.email, signInCode: await codeFor(deps, owner.email) }
    return { json, text: `Sign in at ${json.url} as ${json.email} with the code ${json.signInCode}` }
  },
}

export const tenantList: Command = {
  usage: 'tenant list',
  summary: 'Every tenant, with its state, schema, and what it uses',
  options: {},
  async run(call) {
    const { tenants } = await call.deps()
    const listed = (await tenants.list()).map(one => ({
      slug: one.slug,
      id: one.id,
      state: one.state,
      schema: one.schemaVersion,
      source: one.source,
      usedBytes: one.usedBytes,
      quotaBytes: one.quotaBytes,
      createdAt: one.createdAt.toISOString(),
    }))
    const lines = listed.map(one => `${one.slug.padEnd(32)}${one.state.padEnd(12)}schema ${one.schema}`)
    return { json: { tenants: listed }, text: lines.join('\n') || 'No tenants yet.' }
  },
}
