import path from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { readDesign } from '#shared/formats/registry.ts'
import type { RenderedFile, RenderRequest } from './file-commands.ts'
import { readGivenFile } from './read-file.ts'
import { drawDesign } from './render/drawing.ts'
import { pictureRaster } from './render/picture-raster.ts'
import { pictureSvg } from './render/picture-svg.ts'
import { writeResult } from './write-result.ts'

const USUAL_SIZE_PX = 1024
const SMALLEST_PX = 16
const LARGEST_PX = 8192

/** @throws BobbinError `size-not-possible`, `picture-kind-unknown`, or why the file could not be read */
export async function renderFile({ file, out, sizePx = USUAL_SIZE_PX }: RenderRequest): Promise<RenderedFile> {
  if (!Number.isInteger(sizePx) || sizePx < SMALLEST_PX || sizePx > LARGEST_PX)
    throw new BobbinError('size-not-possible', `A picture is ${SMALLEST_PX} to ${LARGEST_PX} pixels large.`)
  const kind = path.extname(out).toLowerCase()
  if (kind !== '.svg' && kind !== '.png' && kind !== '.webp')
    throw new BobbinError('picture-kind-unknown', 'Name a picture that ends in .svg, .png or .webp.')
  if (path.resolve(out) === path.resolve(file))
    throw new BobbinError(
      'would-overwrite-source',
      'The picture would take the place of the pattern. Name another file.',
    )
  const { reading } = readDesign(await readGivenFile(file), file)
  if (!reading.ok) throw new BobbinError(reading.failure.code, reading.failure.message, { ...reading.failure })
  const drawing = drawDesign(reading.value, sizePx)
  const bytes =
    kind === '.svg'
      ? new TextEncoder().encode(pictureSvg(drawing, path.parse(file).name))
      : await pictureRaster(drawing, kind === '.png' ? 'png' : 'webp')
  await writeResult(path.dirname(out), out, bytes, () => undefined)
  return { file, out, width: drawing.width, height: drawing.height }
}
