import type { OpenDialogOptions } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import type { CallContext } from '#shared/contract/method.ts'
import { createSystemHandlers } from './host.ts'

const choose = vi.fn<(options: OpenDialogOptions) => Promise<string[] | null>>()
const showInFolder = vi.fn()
const openExternal = vi.fn(async () => {})
const exists = (path: string) => !path.includes('gone')
const host = createSystemHandlers({
  choose,
  showInFolder,
  exists,
  openExternal,
  platform: 'darwin',
  version: '1',
  updates: true,
})
const none: CallContext<never> = { signal: new AbortController().signal, progress() {} }

beforeEach(() => {
  choose.mockReset()
  openExternal.mockClear()
})

test('several folders or files can be brought in at once', async () => {
  choose.mockResolvedValueOnce(['/a', '/b'])
  expect(await host['host.chooseSources']({ what: 'folder' }, none)).toEqual({ paths: ['/a', '/b'] })
  expect(choose.mock.lastCall![0].properties).toEqual(['openDirectory', 'multiSelections'])
  choose.mockResolvedValueOnce(['/c.zip'])
  expect(await host['host.chooseSources']({ what: 'files' }, none)).toEqual({ paths: ['/c.zip'] })
  expect(choose.mock.lastCall![0].properties).toEqual(['openFile', 'multiSelections'])
})

test('a dialog that was closed chooses nothing', async () => {
  choose.mockResolvedValue(null)
  expect(await host['host.chooseSources']({ what: 'files' }, none)).toBeNull()
  expect(await host['host.chooseFolder']({ title: 'Where to?' }, none)).toBeNull()
})

test('only what is there is shown in the file manager', async () => {
  await host['host.reveal']({ path: '/home/anna/a.qli' }, none)
  expect(showInFolder).toHaveBeenCalledExactlyOnceWith('/home/anna/a.qli')
  for (const path of ['../a', '/gone/a.qli']) {
    expect(() => host['host.reveal']({ path }, none)).toThrow(expect.objectContaining({ code: 'file-not-found' }))
  }
})

test('a folder of another computer is looked at only when she has chosen it', async () => {
  const share = '//nas/quilts'
  expect(() => host['host.reveal']({ path: share }, none)).toThrow(expect.objectContaining({ code: 'file-not-found' }))
  choose.mockResolvedValueOnce([share])
  await host['host.chooseFolder']({ title: 'Where to?' }, none)
  await host['host.reveal']({ path: share }, none)
  expect(showInFolder).toHaveBeenLastCalledWith(share)
})

test('only safe addresses leave Bobbin', async () => {
  await host['host.openLink']({ url: 'https://example.com' }, none)
  for (const url of ['http://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:privacy', 'x']) {
    await expect(host['host.openLink']({ url }, none)).rejects.toMatchObject({ code: 'link-refused' })
  }
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com')
})
