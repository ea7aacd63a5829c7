import { expect, test } from 'vitest'
import { countPoints } from '#shared/geometry/design.ts'
import { isFiniteRun } from '#shared/geometry/sanitise.ts'
import type { TestFile } from '#shared/testing/files.ts'
import { everyFile, filesOf } from '#shared/testing/format-files.ts'
import { mutate, seeded } from '#shared/testing/mutate.ts'
import { detect } from './detect.ts'
import { formats } from './registry.ts'
import { MAX_POINTS } from './types.ts'

/** Damaged files for each format; a soak makes a million. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1500)
const SEED = Number(process.env.BOBBIN_SEED ?? 20_260_101)
/** What a reader may take on any input: processor time, which other programs do not lengthen. */
const MOST_MS = 2000
/** Codes that name a fault of ours. */
const OUR_FAULT = new Set(['internal-reader-error', 'unreadable'])
/** A fuzz that damages everything beyond recognition tests only the first lines of a reader. */
const LEAST_READ = 1 / 20

const files = everyFile()
const readers = formats.flatMap(format =>
  format.read === undefined ? [] : [[format.info.id, format.read, filesOf(format, files)] as const],
)

test.each(readers)(
  `%s: ${RUNS} damaged files neither make the reader throw nor keep it for long`,
  { timeout: 3_600_000 * 6 },
  (id, read, own) => {
    if (own.length === 0) throw new Error(`put a file of the format ${id} into shared/formats/fixtures`)
    const chooseOwn = chooser(own)
    const chooseAny = chooser([...files, ...own])
    const random = seeded(SEED)
    let unharmed = 0
    let slowest = { ms: 0, name: '' }
    for (let run = 0; run < RUNS; run++) {
      const file = chooseOwn(random)
      const damaged = mutate(file.bytes, chooseAny(random).bytes, random)
      const which = `run ${run} of seed ${SEED}: ${file.name}`
      // Damage may hide what the file was; its own reader gets it all the same, as it would by the name.
      detect(damaged, file.name)
      const started = process.cpuUsage()
      const reading = attempt(which, () => read(damaged))
      const { user, system } = process.cpuUsage(started)
      const ms = (user + system) / 1000
      if (ms > slowest.ms) slowest = { ms, name: which }
      if (!reading.ok) {
        if (OUR_FAULT.has(reading.failure.code)) throw new Error(`${which}: ${reading.failure.message}`)
        continue
      }
      unharmed++
      if (reading.value.runs.length === 0) throw new Error(`${which}: read, but there is nothing to stitch`)
      if (!reading.value.runs.every(isFiniteRun)) throw new Error(`${which}: a number is not finite`)
      if (countPoints(reading.value) > MAX_POINTS) throw new Error(`${which}: too many points`)
      // What survived damage must also be writable, or refused.
      const target = formats[run % formats.length]!
      if (run % 8 === 0) attempt(`${which}, written as ${target.info.id}`, () => target.write?.(reading.value))
    }
    expect(slowest).toEqual({ ms: expect.toSatisfy((ms: number) => ms < MOST_MS), name: slowest.name })
    expect(unharmed).toBeGreaterThan(RUNS * LEAST_READ)
  },
)

/** Smaller files are taken more often: damage is as likely in them, and a soak gets through more of it. */
function chooser(some: readonly TestFile[]): (random: () => number) => TestFile {
  const weights = some.map(({ bytes }) => 1 / (2000 + bytes.length))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return random => {
    let left = random() * total
    return some.find((_, i) => (left -= weights[i]!) < 0) ?? some[0]!
  }
}

function attempt<T>(which: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new Error(`${which} made it throw`, { cause: error })
  }
}
