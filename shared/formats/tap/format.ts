import { aFormat } from '../format.ts'
import { readTap } from './read.ts'

export const tap = aFormat({
  info: {
    id: 'tap',
    name: 'G-code (TAP)',
    machine: 'Mach-type controllers',
    extensions: ['tap'],
    read: 'confirmed',
    // Its codes switch things of a machine that nobody has described: writing them is not safe.
    write: 'no',
  },
  sniff: ({ text }) => /^\s*(G90;|\(|G0 )/i.test(text) && /^[ \t]*G0?[01] +X/im.test(text),
  read: readTap,
})
