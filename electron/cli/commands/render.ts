import { type Command, needed, UsageError } from '../command.ts'

export const command: Command = {
  usage: 'render FILE --out X.svg|X.png|X.webp [--size PX] [--json]',
  summary: 'Draws the stitching of a file as a picture.',
  options: { out: { type: 'string' }, size: { type: 'string' } },
  async run(call) {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) throw new UsageError('render takes one file.')
    const out = needed(call.text('out'), 'out')
    if (!/\.(?:svg|png|webp)$/i.test(out)) throw new UsageError('--out ends in .svg, .png or .webp.')
    const sizePx = call.number('size', { min: 16, max: 8_192, whole: true })
    const { renderFile } = await import('#library/export/render-file.ts')
    const made = await renderFile({ file, out, ...(sizePx === undefined ? {} : { sizePx }) })
    return { json: made, text: `${made.out} (${made.width} x ${made.height})` }
  },
}
