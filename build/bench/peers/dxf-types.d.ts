declare module 'dxf' {
  export class Helper {
    constructor(text: string)
    toSVG(): string
    toPolylines(): { readonly polylines: readonly { readonly vertices: readonly (readonly [number, number])[] }[] }
  }
}
