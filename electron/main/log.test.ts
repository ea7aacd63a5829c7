import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { noteOutput, openMainLog, type TextStream } from './log.ts'

test('the log is written without her folders, her files and anything secret', () => {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-main-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const log = openMainLog(dir)
  const path = join(homedir(), 'My quilts', 'Rose.qli')
  log.warn({ url: path }, `could not open ${path}`)
  log.error({ err: new Error(`ENOENT: no such file, open '${path}' token=abc123456`) }, 'failed')
  const written = readFileSync(join(dir, 'window.log'), 'utf8')
  expect(written).not.toMatch(/Rose|My quilts|abc123456/)
  expect(
    written
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { level: number }).level),
  ).toEqual([40, 50])
})

test('what the library process says on its own is noted line by line', () => {
  const stream = Object.assign(new EventEmitter(), { setEncoding() {} })
  const log = { warn: vi.fn() }
  noteOutput(stream as unknown as TextStream, log)
  stream.emit('data', 'Fatal er')
  stream.emit('data', 'ror\n\n at x\nrest')
  expect(log.warn.mock.calls.map(([, message]) => message as string)).toEqual(['Fatal error', ' at x'])
  expect(() => noteOutput(null, log)).not.toThrow()
})
