import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '../../renderer/src')

test('every style sheet is loaded by a part of the window', () => {
  const sheets = globSync('**/*.css', { cwd: SOURCES })
  expect(sheets.length).toBeGreaterThan(20)
  const parts = globSync('**/*.{ts,tsx,css}', { cwd: SOURCES }).map(name => readFileSync(join(SOURCES, name), 'utf8'))
  // By its last folder and name: `./bring-in.css` beside it, or `#renderer/ui/field.css` from elsewhere.
  const isLoaded = (sheet: string) => {
    const [folder = '', name = ''] = sheet.split('/').slice(-2)
    return parts.some(part => part.includes(`'./${name}'`) || part.includes(`${folder}/${name}'`))
  }
  expect(sheets.filter(sheet => !isLoaded(sheet))).toEqual([])
})
