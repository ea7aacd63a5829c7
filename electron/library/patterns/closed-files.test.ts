import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { addRealPattern, fixture } from '../testing/real-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

const CLOSED = Uint8Array.from({ length: 900 }, (_, index) => (index * 151) % 256)

async function withFiles(...files: { name: string; bytes: Uint8Array }[]) {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const id = await addRealPattern(temp.context, { name: 'Plume', files })
  return { temp, detail: await temp.call('patterns.get', { id }) }
}

test('a file that only its own program opens says in one sentence what to use instead, and stays byte for byte', async () => {
  const { temp, detail } = await withFiles({ name: 'plume.hqf', bytes: CLOSED })
  expect(detail.state).toBe('locked')
  expect(detail.files[0]?.problem).toEqual({
    code: 'locked-format',
    message: 'Only its own program opens HQF files. Use the QLI file of the same pattern instead.',
  })
  const hash = createHash('sha256').update(CLOSED).digest('hex')
  expect(readFileSync(temp.library.assets.originalPath(hash)!)).toEqual(Buffer.from(CLOSED))
})

test('beside a sibling that is read, the pattern is shown through that one', async () => {
  const qli = fixture('generated/line-arc.qli')
  const { detail } = await withFiles({ name: 'plume.qli', bytes: qli }, { name: 'plume.csq', bytes: CLOSED })
  expect(detail.sketchKey).not.toBeNull()
  expect(detail.files.map(file => [file.format, file.problem?.code ?? null])).toEqual(
    expect.arrayContaining([
      ['qli', null],
      ['csq', 'locked-format'],
    ]),
  )
})

test('a QLI that Gammill locked to a machine is told as that, not as damaged', async () => {
  const { detail } = await withFiles({ name: 'plume.qli', bytes: CLOSED })
  expect(detail.files[0]?.problem).toMatchObject({
    code: 'locked-to-machine',
    message: expect.stringContaining('locked to a machine by its designer') as string,
  })
})
