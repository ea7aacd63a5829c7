/** What the window and the drawing thread say to each other. */
export interface DrawOrder {
  readonly id: number
  /** Sketch bytes, or the address of the designer's picture. */
  readonly from:
    | { readonly kind: 'sketch'; readonly bytes: Uint8Array }
    | { readonly kind: 'url'; readonly url: string }
  /** Device pixels. */
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly lineWidth: number
}

/** `bitmap` null: there is nothing to draw. */
export interface DrawAnswer {
  readonly id: number
  readonly bitmap: ImageBitmap | null
}

export const PICTURE_MARGIN = 0.09
