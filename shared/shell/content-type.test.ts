import { expect, test } from 'vitest'
import { pictureType, windowFileType } from './content-type.ts'

const bytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

test.each([
  ['\u0089PNG\r\n\u001a\n\0\0', 'image/png'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['GIF89a\u0001', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['BM\0\0', 'image/bmp'],
])('a picture is known by its first bytes (%#)', (start, type) => {
  expect(pictureType(bytes(start))).toBe(type)
})

test.each(['<svg xmlns=', '<!doctype html>', '%PDF-1.7', '<?xml version', 'RIFF\0\0\0\0WAVE', '', 'MZ'])(
  'what a browser might run or follow is no picture: %s',
  start => {
    expect(pictureType(bytes(start))).toBeNull()
  },
)

test('a file of the window is known by its extension, and nothing else is served', () => {
  expect(windowFileType('index-4f.JS')).toBe('text/javascript; charset=utf-8')
  expect(windowFileType('sources.map')).toBeNull()
  expect(windowFileType('x.constructor')).toBeNull()
})
