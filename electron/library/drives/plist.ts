import { SaxesParser } from 'saxes'

export type PlistValue = string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue }

interface Open {
  readonly tag: string
  text: string
  key: string
  readonly list: PlistValue[]
  readonly dict: Record<string, PlistValue>
}

/** An XML property list (Apple's DTD PropertyList 1.0) as a value; undefined for anything that is none. */
export function parsePlist(xml: string): PlistValue | undefined {
  const parser = new SaxesParser()
  const open: Open[] = []
  let result: PlistValue | undefined
  parser.on('opentag', ({ name }) => open.push({ tag: name, text: '', key: '', list: [], dict: Object.create(null) }))
  parser.on('text', text => {
    const inner = open.at(-1)
    if (inner) inner.text += text
  })
  parser.on('closetag', () => {
    const done = open.pop()
    const outer = open.at(-1)
    if (!done || !outer) return
    if (done.tag === 'key') outer.key = done.text
    else {
      const value = valueOf(done)
      if (outer.tag === 'dict') outer.dict[outer.key] = value
      else if (outer.tag === 'array') outer.list.push(value)
      else result = value
    }
  })
  try {
    parser.write(xml).close()
  } catch {
    return undefined
  }
  return result
}

function valueOf(done: Open): PlistValue {
  switch (done.tag) {
    case 'dict':
      return done.dict
    case 'array':
      return done.list
    case 'true':
      return true
    case 'false':
      return false
    case 'integer':
    case 'real':
      return Number(done.text)
    default:
      return done.text
  }
}
