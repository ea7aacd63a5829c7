// A worker: draws its share of a library, says how many points that is, and describes it when told to.
import { parentPort, workerData } from 'node:worker_threads'
import { describe } from '#shared/shape/describe.ts'
import { HELD_OUT_FAMILIES } from './families/all.ts'
import { designOf, heldOutDesigns } from './designs.ts'

const { count, seed } = workerData as { count: number; seed: number }
const drawn = heldOutDesigns(Math.ceil(count / HELD_OUT_FAMILIES.length), seed).slice(0, count)
const designs = drawn.map(({ lines }) => designOf(lines))
parentPort?.once('message', () => parentPort?.postMessage(designs.filter(design => describe(design) !== null).length))
parentPort?.postMessage(
  drawn.reduce((sum, { lines }) => sum + lines.reduce((points, line) => points + line.length, 0), 0),
)
