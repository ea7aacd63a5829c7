import { resolve } from 'node:path'
import { type Answer, type Call, type Command, UsageError } from '../command.ts'
import type { Deps } from '#server/app.ts'
import { Refusal } from '#server/refusal.ts'
import { acceptClock } from '#server/services/clock-guard.ts'
import { createNames } from '#server/services/names.ts'
import { placeBuiltIn, placeOnElectric } from '#server/shapes/electric/place.ts'
import { checkCloud } from '#server/upkeep/check.ts'
import { addCluster, openCluster } from '#server/upkeep/cluster.ts'
import { exportTenant } from '#server/upkeep/export.ts'
import { mendTenant } from '#server/upkeep/mend.ts'
import { runNightly } from '#server/upkeep/nightly.ts'
import { deleteTenant } from '#server/upkeep/remove.ts'
import { reseal } from '#server/upkeep/reseal.ts'
import { moveTenant, restoreTenant } from '#server/upkeep/replace.ts'
import { migrateTenants } from '#server/upkeep/stage.ts'
import { tenantBySlug } from './tenants.ts'
import { createUpkeep, note, type Upkeep } from '#server/upkeep/upkeep.ts'

const SLUG = { slug: { type: 'string' } } as const

async function upkeepOf(call: Call): Promise<{ upkeep: Upkeep; deps: Deps }> {
  const deps = await call.deps()
  return { deps, upkeep: createUpkeep({ ...deps, names: createNames(deps.config, deps.random) }) }
}

/** Where safety copies are: as the line says, else as the settings do. */
function copiesFolder(call: Call, { config }: Upkeep): string {
  const folder = call.text('to') ?? config.copies
  if (folder === null || folder === undefined)
    throw new UsageError('--to is missing, and the settings name no folder for copies (BOBBIN_COPIES).')
  return resolve(folder)
}

function timeOf(call: Call): Date {
  const at = new Date(call.needed('at'))
  if (Number.isNaN(at.getTime())) throw new UsageError('--at is no time. Write it like 2026-11-20T08:00Z.')
  return at
}

/** One state to another, said in the audit log; everybody who waits looks again. */
function stateCommand(name: string, state: 'active' | 'suspended', summary: string): Command {
  return {
    usage: `tenant ${name} --slug S`,
    summary,
    options: SLUG,
    async run(call): Promise<Answer> {
      const { deps, upkeep } = await upkeepOf(call)
      const tenant = await tenantBySlug(deps, call.needed('slug'))
      if (tenant.state !== 'active' && tenant.state !== 'suspended')
        throw new Refusal('tenant-busy', `“${tenant.slug}” is ${tenant.state}. Look at what is under way first.`)
      await upkeep.tenants.setState(tenant.id, state)
      await upkeep.wake.stir(tenant.id)
      await note(upkeep, tenant.id, `tenant.${name}`, {})
      return { json: { slug: tenant.slug, state }, text: `“${tenant.slug}” is ${state}.` }
    },
  }
}

export const tenantSuspend = stateCommand('suspend', 'suspended', 'Serves a tenant no more; nothing of it goes')
export const tenantResume = stateCommand('resume', 'active', 'Serves a suspended tenant again')

export const tenantExport: Command = {
  usage: 'tenant export --slug S --to DIR',
  summary: 'Writes everything a tenant has into a new folder, as files anybody can read',
  options: { ...SLUG, to: { type: 'string' } },
  async run(call) {
    const [slug, to] = [call.needed('slug'), call.needed('to')]
    const deps = await call.deps()
    const done = await exportTenant(deps, await tenantBySlug(deps, slug), to)
    const text = `${done.records} records and ${done.files} files are in ${done.folder}`
    const problem = done.lacking.map(({ hash, message }) => `File ${hash} is not among them: ${message}`).join('\n')
    return { json: { slug, ...done }, text, ...(problem && { problem }) }
  },
}

export const tenantRestore: Command = {
  usage: 'tenant restore --slug S --at TIME',
  summary:
    'Puts a tenant back to its newest safety copy from before that time; what its computers still have comes back',
  options: { ...SLUG, at: { type: 'string' } },
  async run(call) {
    const [slug, at] = [call.needed('slug'), timeOf(call)]
    const { deps, upkeep } = await upkeepOf(call)
    const { dump, tenant } = await restoreTenant(upkeep, await tenantBySlug(deps, slug), at)
    const madeAt = dump.made_at.toISOString()
    return { json: { slug, madeAt, epoch: tenant.epoch }, text: `“${slug}” is as it was at ${madeAt}.` }
  },
}

export const tenantMend: Command = {
  usage: 'tenant mend --slug S',
  summary: 'Forgets files the bucket has not, so that computers send them again, and finds again what lies there',
  options: SLUG,
  async run(call) {
    const slug = call.needed('slug')
    const { deps, upkeep } = await upkeepOf(call)
    const agreed = await mendTenant(upkeep, await tenantBySlug(deps, slug))
    const text = `Files of “${slug}” forgotten: ${agreed.forgotten}, found again: ${agreed.adopted}.`
    return { json: { slug, ...agreed }, text }
  },
}

export const tenantMove: Command = {
  usage: 'tenant move --slug S --to CLUSTER',
  summary: 'Moves a tenant’s database to another cluster; its devices wait a few seconds and notice nothing else',
  options: { ...SLUG, to: { type: 'string' } },
  async run(call) {
    const [slug, to] = [call.needed('slug'), call.needed('to')]
    const { deps, upkeep } = await upkeepOf(call)
    const { epoch } = await moveTenant(upkeep, await tenantBySlug(deps, slug), to)
    return { json: { slug, cluster: to, epoch }, text: `“${slug}” is in ${to}.` }
  },
}

export const tenantPlace: Command = {
  usage: 'tenant place --slug S --electric URL | --built-in',
  summary:
    'Where a tenant is read from: the Electric beside its database (its secret from BOBBIN_ELECTRIC_SECRET), or built in',
  options: { ...SLUG, electric: { type: 'string' }, 'built-in': { type: 'boolean' } },
  async run(call) {
    const [slug, url] = [call.needed('slug'), call.text('electric')]
    if ((url === undefined) !== call.has('built-in')) throw new UsageError('Say either --electric URL or --built-in.')
    const { deps, upkeep } = await upkeepOf(call)
    const tenant = await tenantBySlug(deps, slug)
    if (url === undefined) await placeBuiltIn(upkeep, tenant.id)
    else {
      const secret = call.env.BOBBIN_ELECTRIC_SECRET
      if (!secret || !URL.canParse(url))
        throw new UsageError('--electric is no address, or BOBBIN_ELECTRIC_SECRET is not set.')
      await placeOnElectric(upkeep, tenant.id, { url, secret })
    }
    upkeep.tenants.forget(tenant.id)
    await upkeep.wake.stir(tenant.id)
    const source = url === undefined ? 'built-in' : 'electric'
    await note(upkeep, tenant.id, 'tenant.place', { source })
    return { json: { slug, source }, text: `“${slug}” is read from ${url ?? 'its database'}.` }
  },
}

export const tenantDelete: Command = {
  usage: 'tenant delete --slug S --yes [--to DIR]',
  summary: 'Takes a tenant away after a last safety copy that was restored to see that it is good',
  options: { ...SLUG, yes: { type: 'boolean' }, to: { type: 'string' } },
  async run(call) {
    const slug = call.needed('slug')
    if (!call.has('yes')) throw new UsageError('Deleting needs --yes.')
    const { deps, upkeep } = await upkeepOf(call)
    const { file } = await deleteTenant(upkeep, await tenantBySlug(deps, slug), copiesFolder(call, upkeep))
    return { json: { slug, file }, text: `“${slug}” is gone. Its last copy is ${file}` }
  },
}

export const copies: Command = {
  usage: 'copies [--slug S] [--to DIR]',
  summary: 'Makes tonight’s safety copies now: of every tenant that has changed, each restored to see that it is good',
  options: { ...SLUG, to: { type: 'string' } },
  async run(call) {
    const { upkeep } = await upkeepOf(call)
    const only = call.text('slug')
    const report = await runNightly(upkeep, copiesFolder(call, upkeep), { signal: call.signal, ...(only && { only }) })
    const text = `Copies made: ${report.made.length}, unchanged: ${report.unchanged}, old ones removed: ${report.removed}.`
    const problem = report.trouble.map(({ slug, message }) => `${slug}: ${message}`).join('\n')
    return { json: report, text, ...(problem && { problem }) }
  },
}

export const migrate: Command = {
  usage: 'migrate [--tenant S] [--stage PERCENT]',
  summary: 'Brings tenants’ databases to this server’s schema: --stage 5 the canaries, without it everybody',
  options: { tenant: { type: 'string' }, stage: { type: 'string' } },
  async run(call) {
    const percent = Number(call.text('stage')?.replace(/%$/, '') ?? 100)
    if (!(percent > 0 && percent <= 100)) throw new UsageError('--stage is a number from 1 to 100.')
    const { upkeep } = await upkeepOf(call)
    const only = call.text('tenant')
    const report = await migrateTenants(upkeep, { percent, signal: call.signal, ...(only && { only }) })
    const text = `Schema ${report.version}: ${report.migrated} migrated, ${report.upToDate} were there, ${report.later} later.`
    const problem = report.trouble.map(({ slug, message }) => `${slug}: ${message}`).join('\n')
    return { json: report, text, ...(problem && { problem }) }
  },
}

export const check: Command = {
  usage: 'check [--slug S]',
  summary: 'Looks through everything: isolation, hashes, seq, files',
  options: SLUG,
  async run(call) {
    const { upkeep } = await upkeepOf(call)
    const report = await checkCloud(upkeep, call.text('slug'))
    const problem = report.findings.map(({ slug, message }) => `${slug ?? 'the cloud'}: ${message}`).join('\n')
    const text = `${report.tenants} tenants and ${report.records} records looked at, ${report.findings.length} things found.`
    return { json: report, text, ...(problem && { problem }) }
  },
}

export const resealCommand: Command = {
  usage: 'reseal',
  summary: 'Seals every secret with the present secret key, so that the earlier ones can go from the settings',
  options: {},
  async run(call) {
    const { upkeep } = await upkeepOf(call)
    const report = await reseal(upkeep)
    const text = `Secrets sealed anew: ${report.resealed}; they were already: ${report.present}.`
    const problem = report.trouble.map(({ what, message }) => `${what}: ${message}`).join('\n')
    return { json: report, text, ...(problem && { problem }) }
  },
}

export const clockAccept: Command = {
  usage: 'clock accept',
  summary: 'Says that this machine’s clock is right, although the cloud has seen a later time',
  options: {},
  async run(call) {
    const { upkeep } = await upkeepOf(call)
    await acceptClock(upkeep.control, upkeep.clock)
    const now = new Date(upkeep.clock.now()).toISOString()
    return { json: { now }, text: `It is ${now}.` }
  },
}

export const clusterAdd: Command = {
  usage: 'cluster add --name N',
  summary:
    'Adds a cluster, or says anew where it is; its connection text is read from BOBBIN_CLUSTER_URL, never from the line',
  options: { name: { type: 'string' } },
  async run(call) {
    const name = call.needed('name')
    const url = call.env.BOBBIN_CLUSTER_URL
    if (!url) throw new UsageError('BOBBIN_CLUSTER_URL is not set.')
    const { upkeep } = await upkeepOf(call)
    await addCluster(upkeep, name, url)
    return { json: { name }, text: `Cluster ${name} takes tenants.` }
  },
}

function clusterState(name: string, isOpen: boolean, summary: string): Command {
  return {
    usage: `cluster ${name} --name N`,
    summary,
    options: { name: { type: 'string' } },
    async run(call): Promise<Answer> {
      const cluster = call.needed('name')
      const { upkeep } = await upkeepOf(call)
      await openCluster(upkeep, cluster, isOpen)
      return {
        json: { name: cluster, isOpen },
        text: `Cluster ${cluster} takes ${isOpen ? 'new tenants' : 'no new tenants'}.`,
      }
    },
  }
}

export const clusterOpen = clusterState('open', true, 'New tenants may be put there')
export const clusterClose = clusterState('close', false, 'No new tenants are put there')

export const clusterList: Command = {
  usage: 'cluster list',
  summary: 'Every cluster, with how many tenants it has',
  options: {},
  async run(call) {
    const { upkeep } = await upkeepOf(call)
    const tenants = Map.groupBy(await upkeep.tenants.list(), tenant => tenant.clusterId)
    const rows = await upkeep.control.selectFrom('cluster').selectAll().orderBy('name').execute()
    const clusters = rows.map(({ id, name, host, port, is_open: isOpen }) => ({
      name,
      host,
      port,
      isOpen,
      tenants: tenants.get(id)?.length ?? 0,
    }))
    const lines = clusters.map(one => `${one.name.padEnd(20)}${one.host}:${one.port}  ${one.tenants} tenants`)
    return { json: { clusters }, text: lines.join('\n') }
  },
}
