import type { Attributes } from './shapes.ts'

/** The properties that say whether something is seen, and in which colour. */
const PROPERTIES = ['display', 'visibility', 'opacity', 'stroke', 'fill', 'stroke-opacity', 'fill-opacity'] as const

type Property = (typeof PROPERTIES)[number]
export type Declarations = Partial<Record<Property, string>>

/** Longer styles and lists of classes are no drawing program's; what is behind this is not looked at. */
const MAX_LENGTH = 20_000

const KNOWN: ReadonlySet<string> = new Set(PROPERTIES)

/** What an element hands down to those inside it. */
export interface Style {
  /** `display: none` or `opacity: 0`, here or further out. */
  readonly gone: boolean
  readonly visible: boolean
  readonly stroke: string
  readonly fill: string
  readonly strokeClear: boolean
  readonly fillClear: boolean
}

/** What CSS starts from: filled black, not stroked. */
export const ROOT_STYLE: Style = {
  gone: false,
  visible: true,
  stroke: 'none',
  fill: 'black',
  strokeClear: false,
  fillClear: false,
}

export function isStroked(style: Style): boolean {
  return style.stroke !== 'none' && !style.strokeClear
}

export function isFilled(style: Style): boolean {
  return style.fill !== 'none' && !style.fillClear
}

/** The style of an element: its attributes, then the style sheet, then its own `style`, the later winning. */
export function styleOf(outer: Style, name: string, attributes: Attributes, sheet: StyleSheet): Style {
  let found: Declarations | null = null
  for (const property of PROPERTIES) {
    const value = attributes[property]
    if (value === undefined) continue
    found ??= {}
    found[property] = value.trim()
  }
  if (!sheet.isEmpty) found = { ...found, ...sheet.declarationsFor(name, attributes) }
  if (attributes.style !== undefined) found = { ...found, ...sheet.parsed(attributes.style) }
  return found === null ? outer : inherit(outer, found)
}

function inherit(outer: Style, own: Declarations): Style {
  const said = (property: Property): string | undefined => (own[property] === 'inherit' ? undefined : own[property])
  const visibility = said('visibility')
  const strokeOpacity = said('stroke-opacity')
  const fillOpacity = said('fill-opacity')
  return {
    gone: outer.gone || said('display') === 'none' || isClear(said('opacity')),
    visible: visibility === undefined ? outer.visible : visibility === 'visible',
    stroke: said('stroke') ?? outer.stroke,
    fill: said('fill') ?? outer.fill,
    strokeClear: strokeOpacity === undefined ? outer.strokeClear : isClear(strokeOpacity),
    fillClear: fillOpacity === undefined ? outer.fillClear : isClear(fillOpacity),
  }
}

function isClear(opacity: string | undefined): boolean {
  return opacity !== undefined && Number.parseFloat(opacity) <= 0
}

/** `name: value; …`, as in a `style` attribute or between the braces of a rule. */
function parseDeclarations(text: string): Declarations {
  const declarations: Declarations = {}
  for (const part of text.slice(0, MAX_LENGTH).split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    if (!KNOWN.has(name)) continue
    const value = part.slice(colon + 1).replace(/!\s*important/i, '')
    declarations[name as Property] = value.trim()
  }
  return declarations
}

/** Sheets of drawing programs have a rule per look; more rules than this are no drawing's. */
const MAX_RULES = 20_000
const MAX_REMEMBERED = 1000
/** `*`, `path`, `.cls`, `#id` and `path.cls`: what drawing programs write. Other selectors are passed over. */
const SELECTOR = /^(?:\*|(?:[\w-]+)?\.[\w-]+|#[\w-]+|[\w-]+)$/

interface Rule {
  order: number
  declarations: Declarations
}

/** The `<style>` elements of a drawing. */
export class StyleSheet {
  readonly #rules = new Map<string, Rule>()
  readonly #remembered = new Map<string, Declarations>()
  #order = 0

  get isEmpty(): boolean {
    return this.#rules.size === 0
  }

  /** Adds the text of one `<style>` element. */
  add(css: string): void {
    const text = withoutComments(css.replaceAll('<!--', '').replaceAll('-->', ''))
    let at = 0
    while (this.#order < MAX_RULES) {
      const open = text.indexOf('{', at)
      if (open < 0) return
      this.#order++
      const prelude = text.slice(at, open).trim()
      const close = prelude.startsWith('@') ? blockEnd(text, open) : text.indexOf('}', open)
      if (close < 0) return
      if (!prelude.startsWith('@')) this.#addRule(prelude, text.slice(open + 1, close))
      at = close + 1
    }
  }

  declarationsFor(name: string, attributes: Attributes): Declarations {
    const { id } = attributes
    const classes = attributes.class?.slice(0, MAX_LENGTH).split(/\s+/) ?? []
    return {
      ...this.#rules.get('*')?.declarations,
      ...this.#rules.get(name)?.declarations,
      ...this.#merged(classes.map(each => `.${each}`)),
      ...this.#merged(classes.map(each => `${name}.${each}`)),
      ...(id === undefined ? undefined : this.#rules.get(`#${id}`)?.declarations),
    }
  }

  /** `parseDeclarations`, remembered: a drawing says the same few styles over and over. */
  parsed(style: string): Declarations {
    const known = this.#remembered.get(style)
    if (known !== undefined) return known
    const declarations = parseDeclarations(style)
    if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(style, declarations)
    return declarations
  }

  /** Among selectors of equal weight the rule written last wins. */
  #merged(selectors: readonly string[]): Declarations {
    const rules = selectors.map(selector => this.#rules.get(selector)).filter(rule => rule !== undefined)
    const merged: Declarations = {}
    for (const { declarations } of rules.sort((a, b) => a.order - b.order)) Object.assign(merged, declarations)
    return merged
  }

  #addRule(prelude: string, body: string): void {
    const declarations = parseDeclarations(body)
    for (const part of prelude.slice(0, MAX_LENGTH).split(',')) {
      const selector = part.trim()
      if (!SELECTOR.test(selector)) continue
      const before = this.#rules.get(selector)
      this.#rules.set(selector, { order: this.#order, declarations: { ...before?.declarations, ...declarations } })
    }
  }
}

function withoutComments(css: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const open = css.indexOf('/*', at)
    if (open < 0) return text + css.slice(at)
    text += css.slice(at, open)
    const close = css.indexOf('*/', open + 2)
    if (close < 0) return text
    at = close + 2
  }
}

/** The brace that closes the one at `open`; @media and its like hold rules of their own. */
function blockEnd(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}
