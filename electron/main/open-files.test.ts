import { describe, expect, test, vi } from 'vitest'
import { createOpenFiles, filesOf } from './open-files.ts'

const there = new Set(['/home/anna/Rose.qli', '/home/anna/A b.bqm', '/tmp/x.iqp'])
const isFile = (path: string) => there.has(path)

describe('what a start was given', () => {
  test('are the files that exist, by whole or by relative name, each once', () => {
    const args = ['--type=x', '/home/anna/Rose.qli', 'Rose.qli', '--library', '/home/anna/gone.qli', '.', '']
    expect(filesOf(args, '/home/anna', isFile)).toEqual(['/home/anna/Rose.qli'])
  })

  test('are understood when the file manager hands over addresses', () => {
    const args = ['file:///home/anna/A%20b.bqm', 'file://elsewhere/x.qli', 'file:///%00', 'https://example.com/a.qli']
    expect(filesOf(args, '/', isFile)).toEqual(['/home/anna/A b.bqm'])
  })

  test('are not more than a computer can be asked for at once', () => {
    const looked = vi.fn(() => true)
    const many = Array.from({ length: 2_000 }, (_, index) => `/p/${index}.qli`)
    expect(filesOf(many, '/', looked)).toHaveLength(500)
    expect(looked).toHaveBeenCalledTimes(500)
  })
})

describe('files for the window', () => {
  test('wait until it listens, and are told once', () => {
    const tell = vi.fn()
    const files = createOpenFiles(tell)
    files.add(['/a.qli'])
    files.add(['/a.qli', '/b.qli'])
    expect(tell).not.toHaveBeenCalled()
    expect(files.take()).toEqual(['/a.qli', '/b.qli'])
    expect(files.take()).toEqual([])
    files.add(['/c.qli'])
    expect(tell).toHaveBeenCalledExactlyOnceWith(['/c.qli'])
  })

  test('wait again while the page is loaded anew', () => {
    const tell = vi.fn()
    const files = createOpenFiles(tell)
    files.take()
    files.forgetListener()
    files.add(['/a.qli'])
    expect(tell).not.toHaveBeenCalled()
    expect(files.take()).toEqual(['/a.qli'])
  })
})
