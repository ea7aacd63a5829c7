import { expect, test } from 'vitest'
import { layerProblem } from './layers.js'

test('shared code reaches neither Node nor the shells', () => {
  expect(layerProblem('shared/formats/qli/read.ts', 'node:fs')).toMatch(/built-ins/)
  expect(layerProblem('shared/geometry/arc.ts', '#library/db/open.ts')).toMatch(/may not import/)
  expect(layerProblem('shared/geometry/arc.ts', '#shared/formats/types.ts')).toMatch(/may not import/)
  expect(layerProblem('shared/formats/svg/read.ts', '#shared/geometry/arc.ts')).toBeNull()
})

test('only the database folder speaks to SQLite', () => {
  expect(layerProblem('electron/library/trash/trash.ts', 'better-sqlite3')).toMatch(/only electron/)
  expect(layerProblem('electron/library/db/open.ts', 'better-sqlite3')).toBeNull()
})

test('the core knows neither Electron nor the window', () => {
  expect(layerProblem('electron/library/library.ts', 'electron')).toMatch(/may not use/)
  expect(layerProblem('electron/library/library.ts', '#renderer/main.tsx')).toMatch(/may not import/)
})

test('main forks the core and never imports it', () => {
  expect(layerProblem('electron/main/index.ts', '#library/library.ts')).toMatch(/may not import/)
})

test('a feature of the window is entered through its index', () => {
  expect(layerProblem('renderer/src/features/wall/wall.tsx', '../send/sheet.tsx')).toMatch(/index/)
  expect(layerProblem('renderer/src/features/wall/wall.tsx', '../send/index.ts')).toBeNull()
})

test('services know no handler', () => {
  expect(layerProblem('electron/library/trash/trash.ts', '#library/handlers/trash.ts')).toMatch(/no handler/)
  expect(layerProblem('electron/library/library.ts', './handlers/trash.ts')).toBeNull()
})
