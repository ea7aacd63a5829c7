// A process of its own, so that its memory is the library's alone: import-run.ts <library folder> <source folder>.
// Brings everything in twice while somebody looks at the wall; answers one line of JSON.
import { openBenchLibrary } from './bench-library.ts'

const [dir, source] = process.argv.slice(2)
if (dir === undefined || source === undefined) throw new Error('name the library and the source')

const LOOK_EVERY_MS = 100
const { library } = await openBenchLibrary(dir)
const { handlers } = library
const call = { signal: new AbortController().signal, progress() {} }

/** What a window does meanwhile: asks for the first page of the wall again and again. */
const waits: number[] = []
const looking = setInterval(() => {
  const asked = performance.now()
  void Promise.resolve(
    handlers['patterns.list']({ query: '', filter: {}, sort: 'newest', offset: 0, limit: 60 }, call),
  ).then(() => waits.push(performance.now() - asked))
}, LOOK_EVERY_MS)

async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; result: T }> {
  const begun = performance.now()
  const result = await work()
  return { seconds: (performance.now() - begun) / 1_000, result }
}

const look = () => handlers['imports.look']({ paths: [source] }, call)
const looked = await timed(look)
const added = await timed(() => handlers['imports.add']({ id: looked.result.id }, call))
const again = await timed(async () => {
  const second = await look()
  return handlers['imports.add']({ id: second.id }, call)
})
clearInterval(looking)
await library.close()

waits.sort((a, b) => a - b)
process.stdout.write(
  JSON.stringify({
    lookSeconds: looked.seconds,
    addSeconds: added.seconds,
    secondSeconds: again.seconds,
    secondAdded: again.result.done,
    patterns: added.result.done,
    counts: added.result.counts,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    waitP95Ms: waits[Math.floor(waits.length * 0.95)] ?? 0,
    cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  }),
)
