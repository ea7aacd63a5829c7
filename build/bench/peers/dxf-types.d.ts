declare module 'dxf' {
  export class Helper {
    constructor(text: string)
    toPolylines(): { readonly polylines: readonly { readonly vertices: readonly (readonly [number, number])[] }[] }
  }
  export const config: { verbose: boolean }
}
