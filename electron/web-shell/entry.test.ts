import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readArguments } from './run.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-entry-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
})

function start(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'entry.ts'), ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stderr!.on('data', data => (err += data))
  const line = new Promise<string>(resolve => {
    child.stdout!.on('data', data => {
      out += data
      if (out.includes('\n')) resolve(out.trim())
    })
  })
  const end = new Promise<{ code: number | null; err: string; out: string }>(resolve => {
    child.on('close', code => resolve({ code, err, out }))
  })
  return { child, line, end }
}

test('says where it is in one line of JSON, serves the library, and ends cleanly when asked to', async () => {
  const { child, line, end } = start('--library', dir, '--json', '--no-open')
  const { url, ready } = JSON.parse(await line) as { url: string; ready: boolean }
  expect(ready).toBe(true)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}$/)
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
  const second = start('--library', dir, '--json')
  expect(await second.end).toMatchObject({ code: 1, out: '' })
  child.kill('SIGTERM')
  expect(await end).toMatchObject({ code: 0, err: '' })
  const again = start('--library', dir)
  expect(await again.line).toMatch(/^Bobbin is open at http:/)
  again.child.kill('SIGINT')
  expect((await again.end).code).toBe(0)
})

test('says in a sentence that a port is taken', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const { code, err } = await start('--library', dir, '--port', String(port)).end
  expect([code, err]).toEqual([
    1,
    'Another program uses this port already. Leave --port out and Bobbin takes a free one.\n',
  ])
})

test('files named behind the options are opened, whatever folder she stands in', () => {
  expect(readArguments(['--no-open', 'plume.qli'])?.files).toEqual([join(process.cwd(), 'plume.qli')])
})

test.each([['--what'], ['--port', 'x'], ['--port', '70000'], ['--port']])('%s %s is wrong usage', (...args) => {
  expect(readArguments(args)).toBeNull()
})
