import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type KeptWindow,
  keepWindowState,
  placeWindow,
  type Rectangle,
  readWindowState,
  writeWindowState,
} from './window-state.ts'

const MAIN: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }
const SECOND: Rectangle = { x: 1920, y: 0, width: 1280, height: 984 }
const STATE = { x: 2000, y: 30, width: 1200, height: 800, maximised: false, dark: null }
let dir: string
let file: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-window-'))
  file = join(dir, 'window.json')
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(dir, { recursive: true, force: true })
})

describe('the place of the window', () => {
  test('is the middle of the main screen at the first start', () => {
    expect(placeWindow(null, [MAIN])).toEqual({
      bounds: { x: 240, y: 70, width: 1440, height: 900 },
      maximised: false,
    })
  })

  test('is where it was, also on the second screen', () => {
    expect(placeWindow(STATE, [MAIN, SECOND]).bounds).toEqual({ x: 2000, y: 30, width: 1200, height: 800 })
  })

  test('is on a screen that is there when the other one was unplugged', () => {
    expect(placeWindow({ ...STATE, maximised: true }, [MAIN])).toEqual({
      bounds: { x: 360, y: 120, width: 1200, height: 800 },
      maximised: true,
    })
  })

  test('always leaves an edge to take hold of, whatever was written and whatever screens there are', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 6000 }),
      height: fc.integer({ min: 1, max: 6000 }),
    })
    const screen = fc.record({
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      width: fc.integer({ min: 800, max: 4000 }),
      height: fc.integer({ min: 600, max: 3000 }),
    })
    fc.assert(
      fc.property(rectangle, fc.array(screen, { minLength: 1, maxLength: 3 }), (saved, screens) => {
        const { bounds } = placeWindow({ ...saved, maximised: false }, screens)
        const isHeld = screens.some(
          one =>
            Math.min(bounds.x + bounds.width, one.x + one.width) - Math.max(bounds.x, one.x) >= 120 &&
            bounds.y >= one.y &&
            bounds.y < one.y + one.height,
        )
        return isHeld && bounds.width >= 800 && bounds.height >= 600
      }),
    )
  })
})

describe('the file', () => {
  test('is written whole and read back', () => {
    writeWindowState(file, STATE)
    expect(readWindowState(file)).toEqual(STATE)
    expect(readdirSync(dir)).toEqual(['window.json'])
  })

  test('of an older Bobbin, without the choice of paper, is still good', () => {
    const { dark, ...older } = STATE
    writeFileSync(file, JSON.stringify(older))
    expect(readWindowState(file)).toEqual({ ...older, dark })
  })

  test.each(['', '{', '[]', 'null', '{"x":"1"}', '{"x":1,"y":1,"width":0,"height":1,"maximised":true}'])(
    'that is damaged is as good as none: %j',
    text => {
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeNull()
    },
  )
})

test('a window that is dragged about is written once, when it has come to rest; when it closes, at once', () => {
  vi.useFakeTimers()
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => STATE as Rectangle,
    isMaximized: () => false,
  })
  const write = vi.fn((state: Omit<typeof STATE, 'dark'>) => writeWindowState(file, { ...state, dark: null }))
  keepWindowState(window as unknown as KeptWindow, write)
  for (let step = 0; step < 20; step++) window.emit('move')
  expect(write).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(write).toHaveBeenCalledOnce()
  window.emit('close')
  expect(write).toHaveBeenCalledTimes(2)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(STATE)
})
