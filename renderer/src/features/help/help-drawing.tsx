import { type Drawing, linesOf } from './drawings.ts'

/** A drawing in thread beside its words; it says nothing that they do not. */
export function HelpDrawing({ of }: { of: Drawing }) {
  return (
    <svg className="help-drawing" viewBox="0 0 160 110" aria-hidden="true">
      <path d={linesOf(of)} />
    </svg>
  )
}
