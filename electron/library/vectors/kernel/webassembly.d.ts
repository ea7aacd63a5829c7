/** What is used of WebAssembly: it is the engine's, and neither Node's types nor the language's own have it. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number })
    readonly buffer: ArrayBuffer
    /** @param pages of 64 KiB to add */
    grow(pages: number): number
  }
  /** Compiled; only handed on. */
  type Module = object
  const Module: new (bytes: Uint8Array) => Module
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  function validate(bytes: Uint8Array): boolean
}
