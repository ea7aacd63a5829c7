import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Caption } from '#shared/contract/library/printing.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { formatWord, shortSizeWords } from '#renderer/i18n/words.ts'
import type { Entry } from './entries.ts'
import type { CaptionLine, SheetLayout } from './sheet-layout.ts'
import { threadUnits } from './sketch-path.ts'

interface PrintPageProps {
  readonly layout: SheetLayout
  readonly lines: readonly CaptionLine[]
  readonly entries: readonly Entry[]
  readonly title: string
  readonly date: string
  /** Colour of the thread on white paper. */
  readonly thread: string
  /** `Page 3 of 12`. */
  readonly page: string
}

/** Millimetres the thread is wide on paper. */
const THREAD_MM = 0.3

const mm = (value: number) => `${value}mm`

/** One sheet of paper, the same on the screen and from the printer. */
export const PrintPage = memo(function PrintPage({
  layout,
  lines,
  entries,
  title,
  date,
  page,
  thread,
}: PrintPageProps) {
  const { page: paper, margin, head, cell, gap, across, letters, nameLines } = layout
  return (
    <section
      className="print-page"
      style={{ width: mm(paper.width), height: mm(paper.height), padding: mm(margin), lineHeight: 1.22 }}
    >
      <header className="print-head" style={{ height: mm(head) }}>
        <span className="print-title">{title}</span>
        <span>{date}</span>
        <span>{page}</span>
      </header>
      <ul
        className="print-grid"
        style={{
          gridTemplateColumns: `repeat(${across}, ${mm(cell.width)})`,
          gridAutoRows: mm(cell.height),
          gap: `${mm(gap.y)} ${mm(gap.x)}`,
        }}
      >
        {entries.map(entry => (
          <li key={entry.caption.id} className="print-cell">
            <PrintPicture entry={entry} box={layout.picture} thread={thread} />
            <p
              className="print-name"
              style={{
                fontSize: mm(letters.name),
                maxHeight: mm(letters.name * 1.22 * nameLines),
                WebkitLineClamp: nameLines,
              }}
            >
              {entry.caption.name}
            </p>
            {lines.map(line => (
              <p key={line} className="print-line" style={{ fontSize: mm(letters.line) }}>
                {lineOf(entry.caption, line)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
})

interface PrintPictureProps {
  readonly entry: Entry
  readonly box: SheetLayout['picture']
  readonly thread: string
}

function PrintPicture({ entry: { caption, lines }, box, thread }: PrintPictureProps) {
  const { t } = useTranslation()
  const size = { width: mm(box.width), height: mm(box.height) }
  if (lines) {
    const thick = threadUnits(lines, box, THREAD_MM)
    // Thick lines at the very edge would be cut in half.
    const view = `${-thick} ${-thick} ${lines.width + 2 * thick} ${lines.height + 2 * thick}`
    return (
      <svg className="print-picture" style={size} viewBox={view} aria-hidden="true">
        <path d={lines.d} stroke={thread} strokeWidth={thick} />
      </svg>
    )
  }
  if (caption.pictureKey) {
    return <img className="print-picture" style={size} src={shell().pictureUrl(caption.pictureKey)} alt="" />
  }
  return (
    <div className="print-picture print-none" style={size}>
      {t(caption.state === 'locked' ? 'print.locked' : 'print.noPicture')}
    </div>
  )
}

function lineOf(caption: Caption, line: CaptionLine): string {
  switch (line) {
    case 'size':
      return caption.sizeUnknown || caption.widthMm === null || caption.heightMm === null
        ? ''
        : shortSizeWords(caption.widthMm, caption.heightMm)
    case 'designer':
      return caption.designer ?? ''
    case 'formats':
      return caption.formats.map(formatWord).join(', ')
    case 'tags':
      return caption.tags.join(', ')
  }
}
