import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRotatingFile } from './rotating-file.ts'

test('a log keeps its newest lines and never grows past its size', () => {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const log = openRotatingFile(join(dir, 'logs', 'bobbin.log'), { longestBytes: 100, kept: 2 })
  for (let index = 0; index < 100; index++) log.write(`line ${index}\n`)
  log.close()
  const names = readdirSync(join(dir, 'logs')).sort()
  expect(names).toEqual(['bobbin.1.log', 'bobbin.2.log', 'bobbin.log'])
  for (const name of names) expect(statSync(join(dir, 'logs', name)).size).toBeLessThanOrEqual(100)
  const all = ['bobbin.2.log', 'bobbin.1.log', 'bobbin.log'].map(name => readFileSync(join(dir, 'logs', name), 'utf8'))
  expect(all.join('')).toMatch(/^line (\d+)\n(?:line \d+\n)+line 99\n$/)
})

test('a log goes on where the last run ended, and a folder that cannot be written stops nobody', () => {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, 'bobbin.log')
  for (const line of ['first\n', 'second\n']) {
    const log = openRotatingFile(path)
    log.write(line)
    log.close()
  }
  expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n')
  expect(() => openRotatingFile(join(path, 'below-a-file', 'x.log')).write('x\n')).not.toThrow()
})
