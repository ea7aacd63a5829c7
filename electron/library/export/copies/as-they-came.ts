/** Copies for somebody who has no machine chosen: each pattern's main file, byte for byte as its designer made it. */
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { BundleFile, PatternToSend } from '#library/export/bundle.ts'
import { firstFree, foldedName, nameForFolder } from '#library/export/file-name.ts'
import { splitName } from '#library/export/folder-places.ts'
import { notesBeside } from '#library/export/notes-beside.ts'
import type { Materials } from '#library/export/sending/materials.ts'
import { placeFile } from '#library/export/target/place-file.ts'
import { listFolder, pathIn, type Target } from '#library/export/target/target.ts'
import { trouble } from '#library/export/target/trouble.ts'
import type { Copies, CopiesCall } from './copies.ts'

const LONGEST_NAME = 120

export async function copyAsTheyCame(
  patterns: readonly PatternToSend[],
  target: Target,
  materials: Pick<Materials, 'original'>,
  { signal, progress }: CopiesCall,
): Promise<Copies> {
  const files: Copies['files'] = []
  const texts: string[] = []
  const skipped: Copies['skipped'] = []
  const taken = new Set((await listFolder(target, ''))?.keys())

  async function place(wanted: string, bytes: Uint8Array): Promise<string> {
    const { stem, extension } = splitName(wanted)
    const safe = nameForFolder(stem, LONGEST_NAME) || 'Pattern'
    const free = firstFree(safe, LONGEST_NAME, candidate => !taken.has(foldedName(candidate + extension)))
    const name = free + extension
    taken.add(foldedName(name))
    const check = async (readBack: Uint8Array): Promise<void> => {
      if (Buffer.compare(readBack, bytes) !== 0) throw trouble('stick-damaged', 'folder', null)
    }
    await placeFile(target, { folder: '', name, bytes, replace: false, check })
    return name
  }

  for (const [index, pattern] of patterns.entries()) {
    if (signal.aborted) throw cancelled()
    progress({ done: index, total: patterns.length })
    try {
      const { hash, name: given, format } = mainFile(pattern)
      const bytes = await materials.original(hash)
      const name = await place(given, bytes)
      const path = pathIn(target, '', name)
      files.push({ patternId: pattern.id, name, format, path, bytes: bytes.length, warnings: [] })
      const text = await textsOf(pattern, materials)
      if (text) texts.push(await place(`${splitName(name).stem}.txt`, text))
    } catch (error) {
      if (!(error instanceof BobbinError) || error.code === 'cancelled') throw error
      skipped.push({ patternId: pattern.id, name: pattern.name, code: error.code, message: error.message })
    }
  }
  return { files, texts, skipped, untried: [] }
}

/** The version she chose to send, else the file whose stitching she sees, else the first design, else a locked one. @throws BobbinError when there is none */
function mainFile(pattern: PatternToSend): BundleFile {
  if (pattern.isTrashed) throw new BobbinError('in-trash', 'This pattern is in the trash. Put it back first.')
  if (pattern.lacking) throw pattern.lacking
  if (pattern.chosen) return pattern.chosen
  const designs = pattern.files.filter(file => file.role === 'design' && !file.isVersion)
  const file =
    designs.find(one => one.hash === pattern.mainHash) ?? designs[0] ?? pattern.files.find(one => one.role === 'locked')
  if (file) return file
  throw new BobbinError('no-stitching', 'This pattern has no stitching, only a picture or a text.')
}

async function textsOf(pattern: PatternToSend, materials: Pick<Materials, 'original'>): Promise<Uint8Array | null> {
  const documents = pattern.files.filter(file => file.role === 'document' && file.format === 'txt')
  return notesBeside({
    patternName: pattern.name,
    designer: pattern.designer,
    documents: await Promise.all(
      documents.map(async ({ name, hash }) => ({ name, bytes: await materials.original(hash) })),
    ),
    inside: [],
    told: [],
  })
}
