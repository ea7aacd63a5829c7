// node build/icons/make-icons.ts: every icon from our one drawing. What it writes is kept beside it, so that nobody needs to run it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { ICNS_TYPES, ICO_SIZES, icnsOf, icoOf } from './containers.ts'

const here = import.meta.dirname
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]

const drawing = await loadImage(readFileSync(join(here, 'icon.svg')))
const made = new Map<number, Uint8Array>()

function png(size: number): Uint8Array {
  const known = made.get(size)
  if (known) return known
  const canvas = createCanvas(size, size)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawing, 0, 0, size, size)
  const bytes = canvas.toBuffer('image/png')
  made.set(size, bytes)
  return bytes
}

mkdirSync(join(here, 'linux'), { recursive: true })
for (const size of LINUX_SIZES) writeFileSync(join(here, 'linux', `${size}x${size}.png`), png(size))
writeFileSync(join(here, 'icon.png'), png(256))
writeFileSync(join(here, 'icon.ico'), icoOf(ICO_SIZES.map(size => ({ size, png: png(size) }))))
writeFileSync(join(here, 'icon.icns'), icnsOf(png))
const sizes = new Set([...LINUX_SIZES, ...ICO_SIZES, ...ICNS_TYPES.map(({ size }) => size)])
process.stdout.write(`Icons in ${sizes.size} sizes.\n`)
