import { localName } from './element-tree.ts'

const MAX_NOTES = 200
const MAX_LENGTH = 4000

/**
 * Title and notes of a drawing: `<title>` and `<desc>` right below the root, and the description and rights of the metadata that
 * Inkscape writes. Titles of single shapes are tool tips and no notes.
 */
export class NoteCollector {
  title = ''
  readonly notes: string[] = []
  /** The kind of what is being collected, and how many elements are open inside it. */
  #kind: 'title' | 'note' | null = null
  #inside = 0
  #text = ''

  /** @param depth elements open around it; 2 right below the root */
  open(name: string, depth: number): void {
    if (this.#kind !== null) {
      this.#inside++
      return
    }
    if (depth === 2 && localName(name) === 'title') this.#kind = 'title'
    else if (depth === 2 && localName(name) === 'desc') this.#kind = 'note'
    else if (name === 'dc:description' || name === 'dc:rights') this.#kind = 'note'
  }

  close(): void {
    if (this.#kind === null) return
    if (this.#inside > 0) {
      this.#inside--
      return
    }
    const text = this.#text.trim()
    if (text !== '' && this.#kind === 'title') this.title ||= text.replace(/\s+/g, ' ')
    else if (text !== '' && this.notes.length < MAX_NOTES) this.notes.push(tidy(text))
    this.#kind = null
    this.#text = ''
  }

  text(text: string): void {
    if (this.#kind !== null && this.#text.length < MAX_LENGTH) this.#text += text.slice(0, MAX_LENGTH)
  }
}

/** Lines without the indentation of the file around them. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
}
