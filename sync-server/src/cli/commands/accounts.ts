import { type Command, UsageError } from '../command.ts'
import type { Deps } from '#server/app.ts'
import { Refusal } from '#server/refusal.ts'
import type { Account } from '#server/services/accounts.ts'
import { foldEmail } from '#server/services/email.ts'
import { tenantBySlug } from './tenants.ts'

async function ownerOf(deps: Deps, slug: string): Promise<Account> {
  const tenant = await tenantBySlug(deps, slug)
  const owner = await deps.whoIsWho.accounts.ofTenant(tenant.id)
  if (owner === null) throw new Refusal('no-owner', `“${slug}” has no owner yet.`, 404)
  return owner
}

/** For who has lost her mailbox and every computer: whoever runs the cloud makes sure who she is, as they know how. */
export const accountEmail: Command = {
  usage: 'account email --slug S --to E [--sign-out]',
  summary: 'Gives an account another e-mail, after you made sure whose it is; --sign-out signs all its computers out',
  options: { slug: { type: 'string' }, to: { type: 'string' }, 'sign-out': { type: 'boolean' } },
  async run(call) {
    const slug = call.needed('slug')
    const email = foldEmail(call.needed('to'))
    if (email === null) throw new UsageError('--to is not an e-mail address.')
    const deps = await call.deps()
    const { accounts, devices } = deps.whoIsWho
    const account = await ownerOf(deps, slug)
    await accounts.changeEmail(account, email, 'operator')
    const signedOut = call.has('sign-out') ? await devices.revokeAll(account.id) : 0
    return {
      json: { slug, email, signedOut },
      text: `“${slug}” signs in as ${email} from now on.${signedOut > 0 ? ` Computers signed out: ${signedOut}.` : ''}`,
    }
  },
}

export const accountSignOut: Command = {
  usage: 'account sign-out --slug S',
  summary: 'Signs every computer of an account out at once',
  options: { slug: { type: 'string' } },
  async run(call) {
    const slug = call.needed('slug')
    const deps = await call.deps()
    const signedOut = await deps.whoIsWho.devices.revokeAll((await ownerOf(deps, slug)).id)
    return { json: { slug, signedOut }, text: `Computers signed out: ${signedOut}.` }
  },
}

export const accountRotateKeys: Command = {
  usage: 'account rotate-keys [--at-once]',
  summary: 'Begins a new signing key; --at-once puts the old ones out of use, as after a theft. Nobody is signed out',
  options: { 'at-once': { type: 'boolean' } },
  async run(call) {
    const how = call.has('at-once') ? 'at-once' : 'soon'
    await (await call.deps()).whoIsWho.keys.rotate(how)
    return { json: { rotated: how }, text: 'There is a new signing key.' }
  },
}

export const accountSweep: Command = {
  usage: 'account sweep',
  summary: 'Takes away accounts that were signed up for and never used for thirty days; a server does so every hour',
  options: {},
  async run(call) {
    const removed = await (await call.deps()).whoIsWho.empty.sweep()
    return { json: { removed }, text: `Accounts removed: ${removed}.` }
  },
}
