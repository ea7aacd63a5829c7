import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every licence that goes with the program, one after the other: their makers ask for it. */
export function licencesFile(root: string, paths: Iterable<string>): string {
  const parts: string[] = []
  for (const path of [...paths].sort()) {
    const folder = join(root, path)
    // A part made for another computer is not installed here, and not shipped from here.
    if (!existsSync(join(folder, 'package.json'))) continue
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >
    const texts = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
    const said = texts.map(file => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
    parts.push(`${name} ${version}\n${license ?? ''}\n\n${said}`.trim())
  }
  const head = 'Bobbin is made with the work of others. Their licences:'
  return `${[head, ...parts].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`
}
