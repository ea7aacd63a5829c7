import { expect, test } from 'vitest'
import { COMMAND_IDS, COMMANDS } from './commands.ts'
import { accelerator, isPressed, isSingleKey, keyCaps, type KeyPress } from './keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('Control and Command mean the same', () => {
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod+K', press('k', { metaKey: true }))).toBe(true)
  expect(isPressed('Mod+K', press('k'))).toBe(false)
})

test('undo and redo differ by Shift', () => {
  const withShift = press('Z', { ctrlKey: true, shiftKey: true })
  expect(isPressed('Mod+Z', withShift)).toBe(false)
  expect(isPressed('Shift+Mod+Z', withShift)).toBe(true)
})

test('bigger text works on keyboards with and without a plus of its own', () => {
  expect(isPressed('Mod++', press('+', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod++', press('=', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod++', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true)
})

test('a letter alone is a single key, Delete and Space are not', () => {
  expect(isSingleKey('E')).toBe(true)
  expect(isSingleKey('Delete')).toBe(false)
  expect(isSingleKey(' ')).toBe(false)
})

test('keys are shown as they are printed on the keyboard', () => {
  expect(keyCaps('Shift+Mod+Z', 'other')).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keyCaps('Mod++', 'darwin')).toEqual(['⌘', 'Plus'])
  expect(keyCaps(' ', 'other')).toEqual(['Space'])
})

test('Electron is told the same keys', () => {
  expect(accelerator('Shift+Mod+Z')).toBe('CommandOrControl+Shift+Z')
  expect(accelerator('Mod++')).toBe('CommandOrControl+Plus')
})

test('no two commands have the same keys', () => {
  const keys = COMMAND_IDS.flatMap(id => [COMMANDS[id].keys ?? [], COMMANDS[id].also ?? []].flat())
  expect(new Set(keys).size).toBe(keys.length)
})
