import { describe, expect, test } from 'vitest'
import { readLogLine, scrub } from './redact.ts'

const home = '/home/anna'
const line = (facts: object) => readLogLine(JSON.stringify({ level: 50, time: 0, ...facts }), home)?.text

describe('a line of the log may be shown', () => {
  test('with numbers and the words of the program about itself', () => {
    expect(line({ msg: 'made a safety copy', bytes: 12, code: 'disk-full', isOpen: false })).toBe(
      'made a safety copy bytes=12 code=disk-full isOpen=false',
    )
  })

  test('never with names, whatever the fact is called', () => {
    const shown = line({
      msg: 'something',
      name: 'Feathered Swirl',
      customer: 'Anna Miller',
      pattern: { name: 'Rose' },
      files: ['Rose.qli'],
      label: 'Wedding quilts',
      reason: 'the file /home/anna/Rose.qli',
    })
    expect(shown).toBe('something name=… customer=… pattern=… files=… label=… reason=…')
  })

  test('with where it happened in the program, and not in which of her files', () => {
    const stack = `Error: ENOENT: no such file or directory, open '/home/anna/My quilts/Rose 2.QLI'
    at read (/home/anna/apps/Bobbin/resources/app.asar/out/main/index.js:12:5)
    at file:///home/anna/bobbin/electron/library/files/originals.ts:40:3
    at node:internal/process/task_queues:95:5`
    const shown = line({ msg: 'a call failed', err: { type: 'Error', message: 'x', stack, code: 'ENOENT' } })
    expect(shown).not.toMatch(/anna|quilts|Rose/i)
    expect(shown).toContain("open '<file.qli>'")
    expect(shown).toContain('app.asar/out/main/index.js:12:5')
    expect(shown).toContain('electron/library/files/originals.ts:40:3')
    expect(shown).toContain('(ENOENT)')
  })

  test('and what is no line of a log is left out', () => {
    expect(['', 'hello', '[', '1', 'null'].map(text => readLogLine(text, home))).toEqual([null, null, null, null, null])
  })
})

test.each([
  ['C:\\Users\\Anna\\My Patterns\\Rose 2.qli is locked', '<file.qli>'],
  ['file:///home/anna/My Quilts/x y.bqm', '<file.bqm>'],
  ['not at /home/anna/My quilts for Mrs Miller', 'not at <file>'],
  ['\\\\server\\share\\Rose.qli', '<file.qli>'],
  ['saved to /media/anna/STATLER/Swirl.bqm, then', 'saved to <file.bqm>, then'],
  ['in /home/anna now', 'in ~ now'],
  ['authorization: Bearer abcdefghij.klm', 'authorization: <secret>'],
  ['token=abc123&x=1', 'token=<secret>&x=1'],
  ['write to anna@example.com', 'write to <mail>'],
  ['1/2 inch, and/or 3', '1/2 inch, and/or 3'],
])('%s', (text, shown) => {
  expect(scrub(text, home)).toBe(shown)
})
