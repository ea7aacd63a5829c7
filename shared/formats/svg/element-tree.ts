import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_PARTS } from './limits.ts'
import type { Attributes } from './shapes.ts'
import type { XmlVisitor } from './xml.ts'

/** An element kept in memory, because `use` may point to it from anywhere. */
export interface ElementNode {
  readonly name: string
  readonly attributes: Attributes
  readonly at: number
  readonly children: ElementNode[]
  text: string
}

/** A drawing with `use` or style sheets has at most this many elements; a tree of more would not fit the memory of a reader. */
const MAX_NODES = 100_000

/** Builds the tree of a document, and knows its elements by their id. */
export class TreeBuilder implements XmlVisitor {
  root: ElementNode | null = null
  readonly byId = new Map<string, ElementNode>()
  readonly #open: ElementNode[] = []
  #count = 0

  open(name: string, attributes: Attributes, at: number): void {
    if (++this.#count > MAX_NODES) throw new Refused(TOO_MANY_PARTS)
    const node: ElementNode = { name, attributes, at, children: [], text: '' }
    const parent = this.#open.at(-1)
    if (parent === undefined) this.root = node
    else parent.children.push(node)
    this.#open.push(node)
    const { id } = attributes
    // A second element of the same id is a mistake; the first is meant.
    if (id !== undefined && !this.byId.has(id)) this.byId.set(id, node)
  }

  close(): void {
    this.#open.pop()
  }

  text(text: string): void {
    const node = this.#open.at(-1)
    if (node !== undefined) node.text += text
  }

  /** The text of every element of a name, in the order of the document. */
  textsOf(name: string): string[] {
    const texts: string[] = []
    const waiting = this.root === null ? [] : [this.root]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (localName(node.name) === name) texts.push(node.text)
      for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!)
    }
    return texts
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
