import './thread-drawing.css'

/** Line drawings in thread for pages with nothing on them: one continuous line each, as a machine would stitch it. */
const DRAWINGS = {
  /** Three feathers growing from one spine. */
  feather:
    'M20 118 C60 112 92 100 120 78 C140 62 154 44 160 22 C142 26 128 38 122 54 C118 64 118 72 120 78 C104 66 84 64 68 72 C78 82 100 86 120 78 C128 92 146 100 166 96 C160 82 142 72 120 78 C98 84 82 94 70 104 C60 92 44 86 28 90 C38 102 54 108 70 104 C80 116 96 122 114 120 C106 108 90 102 70 104 C54 110 38 116 20 118',
  /** Loops that turn into a heart. */
  heart:
    'M10 90 C30 110 52 110 54 92 C55 80 40 78 40 92 C40 112 66 112 82 96 C92 86 90 60 74 60 C62 60 60 78 74 88 L100 112 L126 88 C140 78 138 60 126 60 C110 60 100 76 100 88 C100 76 90 60 74 60 M126 88 C142 110 160 112 160 92 C160 78 145 80 146 92 C148 110 170 110 190 90',
  /** A spool with its thread running off. */
  spool:
    'M70 28 L130 28 C136 28 136 38 130 38 L70 38 C64 38 64 28 70 28 M78 38 L78 102 M122 38 L122 102 M70 102 L130 102 C136 102 136 112 130 112 L70 112 C64 112 64 102 70 102 M78 50 L122 46 M78 60 L122 56 M78 70 L122 66 M78 80 L122 76 M78 90 L122 86 M122 92 C150 96 156 70 172 74 C190 80 176 104 164 94 C154 84 176 64 194 78',
} as const

export type Drawing = keyof typeof DRAWINGS

export function ThreadDrawing({ of }: { of: Drawing }) {
  return (
    <svg className="thread-drawing" viewBox="0 0 200 140" aria-hidden="true">
      <path d={DRAWINGS[of]} />
    </svg>
  )
}
