// The checks, each a function that answers { passed, failed, skipped, told }: counts, and the names of what failed. npm run check and npm test are lists of these.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensurePostgresTools } from './postgres-tools.mjs'
import { commandFile, root, runNode, say } from './project.mjs'

const results = join(root, 'test-results')

async function single(name, args) {
  const { code, output } = await runNode(args, { capture: true })
  if (code !== 0) say(output)
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, told: code === 0 ? [] : [name] }
}

export const types = () => single('types', [commandFile('typescript', 'tsc'), '-b'])
export const lint = () => single('lint and layers', [commandFile('oxlint'), '--deny-warnings', '.'])
export const format = () => single('format', [commandFile('@biomejs/biome', 'biome'), 'format', '.'])
export const licences = () => single('licences', [join(root, 'build/scripts/licences.mjs')])

/** Unit and integration tests. */
export async function unit(extraArgs = [], env = {}) {
  mkdirSync(results, { recursive: true })
  const file = join(results, 'vitest.json')
  const args = [
    commandFile('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...extraArgs,
  ]
  const tools = await ensurePostgresTools()
  const { code } = await runNode(args, { env: { ...env, ...(tools && { BOBBIN_POSTGRES_TOOLS: tools }) } })
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, told: ['the unit tests did not run'] }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  // A test file that does not even load has no failed test of its own.
  const broken = report.testResults.filter(suite => suite.status === 'failed' && suite.assertionResults.length === 0)
  const failed = report.numFailedTests + broken.length
  const told = [...broken.map(suite => suite.name), ...report.testResults.flatMap(failedIn)]
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped, told }
}

function failedIn(suite) {
  const name = relative(root, suite.name)
  return suite.assertionResults.filter(one => one.status === 'failed').map(one => `${name} > ${one.fullName}`)
}

/** The stories, in a real browser on the web shell. */
export async function endToEnd() {
  const chromium = await ensureChromium()
  if (!chromium) return { passed: 0, failed: 0, skipped: 1, told: [] }
  await buildIfStale()
  mkdirSync(results, { recursive: true })
  const file = join(results, 'playwright.json')
  const env = { BOBBIN_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const config = join(root, 'renderer/e2e/playwright.config.ts')
  const { code } = await runNode(
    [commandFile('@playwright/test', 'playwright'), 'test', '-c', config, '--reporter=list,json'],
    { env },
  )
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, told: ['the stories did not run'] }
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = stats.unexpected || (code === 0 ? 0 : 1)
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped, told: suites.flatMap(storiesToTell) }
}

/** Stories that failed, and those that held only when they were told again: a busy computer, or a fault that hides. */
function storiesToTell({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, file, tests }) => {
    const status = tests[0]?.status
    if (status === 'flaky') return [`${file} > ${title} (held the second time)`]
    return status === 'unexpected' ? [`${file} > ${title}`] : []
  })
  return [...own, ...suites.flatMap(storiesToTell)]
}

/** Runs every step, also after a failure; ends with what did not hold by name, and the one line that counts. */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const told = []
  for (const step of steps) {
    const result = await step()
    for (const key of Object.keys(sum)) sum[key] += result[key]
    told.push(...result.told)
  }
  if (told.length > 0) console.log(`\nTo look at:\n${told.map(name => `  ${name}`).join('\n')}\n`)
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`)
  process.exit(sum.failed === 0 ? 0 : 1)
}
