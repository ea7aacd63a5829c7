import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CallContext } from '#shared/contract/method.ts'
import { createSupportHandlers, type SupportOptions } from './support.ts'

let dir: string
const none: CallContext<never> = { signal: new AbortController().signal, progress() {} }
const answers = (answer: () => Response) => vi.fn(async (_url: string, _init: RequestInit) => answer())

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bobbin-support-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await mkdir(join(dir, 'library/originals/ab'), { recursive: true })
  await mkdir(join(dir, 'logs'))
  await writeFile(join(dir, 'library/bobbin.db'), 'x'.repeat(1_000))
  await writeFile(join(dir, 'library/originals/ab/abcd'), '')
  await writeFile(join(dir, 'library/sign-in'), 'the-secret-of-her-sign-in')
  await writeFile(join(dir, 'library/bobbin.log'), `${JSON.stringify({ level: 50, time: 2, msg: 'of the library' })}\n`)
  await writeFile(
    join(dir, 'logs/window.log'),
    `${JSON.stringify({ level: 30, time: 1, msg: `opened ${dir}/Rose.qli`, name: 'Rose' })}\n`,
  )
})

function support(change: Partial<SupportOptions> = {}) {
  return createSupportHandlers({
    version: '1.2.3',
    shell: 'Browser',
    home: dir,
    libraryDir: () => join(dir, 'library'),
    logFolders: [join(dir, 'logs')],
    sendsTo: 'https://support.example/reports',
    fetch: answers(() => Response.json({ reference: '7F2K' })),
    now: () => 0,
    ...change,
  })
}

test('the report has both logs and the numbers of the library, and no name of anything', async () => {
  const library = { patterns: 3, collections: 0, trashed: 0, lastSnapshotAt: null, notice: null }
  const { text } = await support()['host.supportReport']({ library }, none)
  expect(text).toContain('3 patterns')
  expect(text).toContain('database of 1.0 kB')
  expect(text).toContain('1 files kept')
  expect(text.indexOf('opened <file.qli>')).toBeLessThan(text.lastIndexOf('of the library'))
  expect(text).not.toMatch(/Rose|bobbin-support-|sign-in/)
})

test('a library that is not there yet is no hindrance', async () => {
  const handlers = support({ libraryDir: () => join(dir, 'nowhere'), logFolders: [join(dir, 'no-logs')] })
  expect((await handlers['host.supportReport']({ library: null }, none)).text).toContain('not open')
})

describe('sending', () => {
  test('sends exactly the text she has read, and nothing with it', async () => {
    const fetch = answers(() => Response.json({ reference: '7F2K' }))
    expect(await support({ fetch })['host.sendSupport']({ text: 'as she read it' }, none)).toEqual({
      reference: '7F2K',
    })
    const [url, init] = fetch.mock.calls[0]!
    expect(url).toBe('https://support.example/reports')
    expect(init).toMatchObject({ method: 'POST', body: 'as she read it', redirect: 'error', credentials: 'omit' })
  })

  test('is not offered without a safe address', async () => {
    for (const sendsTo of [null, 'http://support.example', 'file:///x', 'x']) {
      const fetch = answers(() => new Response())
      const handlers = support({ sendsTo, fetch })
      expect((await handlers['host.supportReport']({ library: null }, none)).sendsTo).toBeNull()
      await expect(handlers['host.sendSupport']({ text: 'x' }, none)).rejects.toMatchObject({
        code: 'support-not-sent',
      })
      expect(fetch).not.toHaveBeenCalled()
    }
  })

  test('that did not work says what to do instead', async () => {
    const failing = [
      answers(() => new Response('no', { status: 500 })),
      vi.fn(async () => {
        throw new TypeError('network')
      }),
    ]
    for (const fetch of failing) {
      await expect(support({ fetch })['host.sendSupport']({ text: 'x' }, none)).rejects.toMatchObject({
        code: 'support-not-sent',
        message: expect.stringContaining('Save it to a file') as string,
      })
    }
  })

  test('takes no odd name for the report from the other side', async () => {
    const fetch = answers(() => Response.json({ reference: '<b>you won</b>' }))
    expect(await support({ fetch })['host.sendSupport']({ text: 'x' }, none)).toEqual({ reference: null })
  })
})
