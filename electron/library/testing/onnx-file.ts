/** Small ONNX models, byte by byte: enough of the format (onnx.proto, IR version 8) for tables, means and products. */

export interface OnnxModel {
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
  readonly weights: readonly {
    readonly name: string
    readonly dims: readonly number[]
    readonly values: readonly number[]
  }[]
  readonly nodes: readonly Node[]
}

interface Port {
  readonly name: string
  readonly type: 'float32' | 'int64'
  /** A name stands for a length that is open. */
  readonly dims: readonly (number | string)[]
}

interface Node {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly numbers?: Readonly<Record<string, number>>
  readonly lists?: Readonly<Record<string, readonly number[]>>
}

const ELEMENT = { float32: 1, int64: 7 } as const
const [INT_ATTRIBUTE, INTS_ATTRIBUTE] = [2, 7]
const OPERATORS = 13

export function onnxFile({ inputs, outputs, weights, nodes }: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = [
    ...nodes.flatMap(node => field(1, nodeBytes(node))),
    ...text(2, 'tiny'),
    ...weights.flatMap(({ name, dims, values }) =>
      field(5, [
        ...dims.flatMap(dim => number(1, dim)),
        ...number(2, ELEMENT.float32),
        ...text(8, name),
        ...field(9, [...new Uint8Array(Float32Array.from(values).buffer)]),
      ]),
    ),
    ...inputs.flatMap(port => field(11, portBytes(port))),
    ...outputs.flatMap(port => field(12, portBytes(port))),
  ]
  return Uint8Array.from([...number(1, 8), ...field(7, graph), ...field(8, [...text(1, ''), ...number(2, OPERATORS)])])
}

function nodeBytes({ op, inputs, outputs, numbers = {}, lists = {} }: Node): number[] {
  return [
    ...inputs.flatMap(name => text(1, name)),
    ...outputs.flatMap(name => text(2, name)),
    ...text(4, op),
    ...Object.entries(numbers).flatMap(([name, value]) =>
      field(5, [...text(1, name), ...number(3, value), ...number(20, INT_ATTRIBUTE)]),
    ),
    ...Object.entries(lists).flatMap(([name, values]) =>
      field(5, [...text(1, name), ...values.flatMap(value => number(8, value)), ...number(20, INTS_ATTRIBUTE)]),
    ),
  ]
}

function portBytes({ name, type, dims }: Port): number[] {
  const shape = dims.flatMap(dim => field(1, typeof dim === 'string' ? text(2, dim) : number(1, dim)))
  return [...text(1, name), ...field(2, field(1, [...number(1, ELEMENT[type]), ...field(2, shape)]))]
}

/** Protobuf: a number of seven bits a byte, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

const number = (tag: number, value: number): number[] => [...varint(tag * 8), ...varint(value)]
const field = (tag: number, bytes: readonly number[]): number[] => [
  ...varint(tag * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (tag: number, value: string): number[] => field(tag, [...new TextEncoder().encode(value)])
