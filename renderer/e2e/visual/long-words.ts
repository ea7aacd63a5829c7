/** The window built once more with every word of the catalogue 40 % longer, as German or Finnish would be. */
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import react from '@vitejs/plugin-react'
import { ownLanguage } from '#build/scripts/own-language.ts'

const root = join(import.meta.dirname, '../../..')
const out = join(root, 'out/renderer-long')

/** Folder of the build; made when the one there is older than the window's own build. */
export async function longWords(): Promise<string> {
  if (await isFresh()) return out
  await build({
    root: join(root, 'renderer'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), ownLanguage(), lengthen()],
    worker: { format: 'es' },
    build: { outDir: out, emptyOutDir: true, target: 'chrome140', minify: false },
  })
  return out
}

async function isFresh(): Promise<boolean> {
  const made = join(out, 'index.html')
  if (!existsSync(made)) return false
  const [long, own] = await Promise.all([stat(made), stat(join(root, 'out/renderer/index.html'))])
  return long.mtimeMs > own.mtimeMs
}

/** Words are added behind, so that a story still finds a button by how its name begins. */
function lengthen(): Plugin {
  return {
    name: 'long-words',
    transform(code, id) {
      if (!id.endsWith('/i18n/en.ts')) return null
      return `${code.replace('export const en =', 'const short =')}
const longer = text => {
  // Units are as short in every language.
  if (text.includes('{{') && text.replace(/{{[^}]*}}/g, '').replace(/[^a-z]/gi, '').length <= 3) return text
  let more = ''
  for (const word of 'meadow river lantern harbour willow copper morning'.split(' ')) {
    if (more.length >= text.replace(/{{[^}]*}}/g, '1234').length * 0.4) break
    more += ' ' + word
  }
  return text + more.slice(0, Math.max(3, Math.ceil(text.length * 0.4)))
}
const lengthened = words => Object.fromEntries(Object.entries(words).map(([key, one]) => [key, typeof one === 'string' ? longer(one) : lengthened(one)]))
export const en = lengthened(short)
`
    },
  }
}
