import type { FileHead } from '../file-head.ts'
import { aFormat } from '../format.ts'
import { readPlt } from './read.ts'
import { writePlt } from './write.ts'

export const plt = aFormat({
  info: {
    id: 'plt',
    name: 'QBOT and plotters (PLT)',
    machine: 'QBOT',
    extensions: ['plt', 'hpgl', 'hpg'],
    read: 'confirmed',
    write: 'confirmed',
  },
  sniff,
  dialects: [
    { id: 'plain', says: 'for any plotter' },
    { id: 'qbot', says: 'as other programs write for the QBOT' },
    { id: 'arcs', says: 'for any plotter, curves as arcs' },
  ],
  limits: { stepMm: 0.025 },
  read: readPlt,
  write: writePlt,
})

const ESCAPE = String.fromCharCode(27)
/** What puts a printer into plotting, behind whatever else it is told first. */
const ENTERS_PLOTTING = new RegExp(`${ESCAPE}%-?[0-9]B`)

/** Plotter instructions, or the escape that puts a printer into plotting. */
function sniff({ text }: FileHead): boolean {
  const start = text.trimStart()
  if (start.startsWith(`${ESCAPE}.`)) return true
  if (start.startsWith(ESCAPE)) return ENTERS_PLOTTING.test(start.slice(0, 4000))
  return (
    /^(?:(?:IN|DF);|(?:PU|PD)[ \t]*[;\d+-]|SP[ \t]*\d)/i.test(start) ||
    /^BP[^A-Z]{0,200}IN/.test(start) ||
    /^P[AR][ \t]*-?\d+(?:\.\d+)?[ \t]*,[ \t]*-?\d/i.test(start)
  )
}
