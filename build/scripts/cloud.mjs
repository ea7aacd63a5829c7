// npm run cloud [-- --data DIR --port N]: a cloud on this machine, with a database of its own that it keeps between runs; ends with
// what to type into Bobbin.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { projectNode, root, run, say, serverFlags } from './project.mjs'

const FIRST = { slug: 'first_quilter', email: 'quilter@example.org' }

await ensureInstalled()
const entry = join(root, 'sync-server', 'src', 'cli', 'entry.ts')
const cwd = process.env.INIT_CWD ?? process.cwd()
const given = process.argv.slice(2)
const dataAt = given.indexOf('--data')
const data = dataAt < 0 ? [] : given.slice(dataAt, dataAt + 2)

const env = { BOBBIN_LOG_LEVEL: process.env.BOBBIN_LOG_LEVEL ?? 'warn' }
const server = spawn(projectNode, [...serverFlags, entry, 'serve', ...given], {
  cwd,
  env: { ...process.env, ...env },
  stdio: ['ignore', 'pipe', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('close', code => process.exit(code ?? 1))

/** A command's answer, or null with what it said. */
async function ask(...words) {
  const { code, output } = await run(projectNode, [entry, ...words, ...data, '--json'], { cwd, env, capture: true })
  if (code !== 0) say(output.trim())
  return code === 0 ? JSON.parse(output.trim().split('\n').at(-1)) : null
}

server.stdout.setEncoding('utf8')
let said = ''
server.stdout.on('data', async text => {
  said += text
  if (!said.includes('\n')) return
  server.stdout.removeAllListeners('data')
  server.stdout.resume()
  const { url } = JSON.parse(said.split('\n')[0])
  const { tenants } = (await ask('tenant', 'list')) ?? { tenants: [] }
  const { slug } = tenants.find(tenant => tenant.slug === FIRST.slug) ?? tenants[0] ?? FIRST
  const welcome =
    tenants.length > 0
      ? await ask('tenant', 'sign-in-code', '--slug', slug)
      : await ask('tenant', 'create', '--slug', FIRST.slug, '--email', FIRST.email)
  console.log(`The cloud is at ${url}`)
  if (welcome) console.log(`Sign in as ${welcome.email ?? FIRST.email} with the code ${welcome.signInCode}`)
})
