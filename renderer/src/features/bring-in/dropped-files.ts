/** What was dropped or chosen in a browser, as files with their names below the dropped folder. */
import type { HandedFile } from '#renderer/host/bobbin.ts'

/** Browsers hand out a folder's entries in pieces; an empty piece is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0) return all
    all.push(...piece)
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

async function collect(entry: FileSystemEntry, below: string, files: HandedFile[]): Promise<void> {
  const relativePath = below === '' ? entry.name : `${below}/${entry.name}`
  if (isFolder(entry)) {
    for (const child of await entriesOf(entry)) await collect(child, relativePath, files)
  } else if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    files.push({ relativePath, file })
  }
}

/** Must be called while the drop is being handled: afterwards the browser has forgotten it. */
export function droppedEntries(transfer: DataTransfer): { entries: FileSystemEntry[]; files: File[] } {
  const items = [...transfer.items].filter(item => item.kind === 'file')
  return {
    entries: items.map(item => item.webkitGetAsEntry()).filter(entry => entry !== null),
    files: [...transfer.files],
  }
}

export async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<HandedFile[]> {
  const files: HandedFile[] = []
  for (const entry of entries) await collect(entry, '', files)
  return files
}

/** Files of a file chooser; a chosen folder's files know their place in it. */
export function chosenFiles(list: FileList): HandedFile[] {
  return [...list].map(file => ({ relativePath: file.webkitRelativePath || file.name, file }))
}
