import { useVirtualizer } from '@tanstack/react-virtual'
import { Check, FileQuestionMark, Lock } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportCandidate } from '#shared/contract/library/imports.ts'
import { faceOf, Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useSheetBody } from '#renderer/ui/sheet.tsx'
import { useCandidates } from './use-candidates.ts'

const CARD_REM = 9
const GAP_REM = 0.75
const ROW_REM = 10.6

/** The wall of what was found, each with its tick. */
export function Candidates({ id }: { id: string }) {
  const { t } = useTranslation()
  const body = useSheetBody()
  const wall = useRef<HTMLDivElement>(null)
  const { columns, rem, top } = useShape(wall, body)
  const candidates = useCandidates(id)
  const virtualizer = useVirtualizer({
    count: Math.ceil(candidates.total / columns),
    getScrollElement: () => body.current,
    estimateSize: () => ROW_REM * rem,
    scrollMargin: top,
    overscan: 2,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rem])
  const items = virtualizer.getVirtualItems()
  const first = (items[0]?.index ?? 0) * columns
  const last = ((items.at(-1)?.index ?? 0) + 1) * columns - 1
  const { show } = candidates
  useEffect(() => show(first, last), [show, first, last])

  return (
    <section aria-label={t('bringIn.candidates')}>
      <div className="candidates-head">
        <h3 className="candidates-title">{t('bringIn.candidates')}</h3>
        <Button look="plain" onPress={() => candidates.setAll(true)}>
          {t('bringIn.tickAll')}
        </Button>
        <Button look="plain" onPress={() => candidates.setAll(false)}>
          {t('bringIn.tickNone')}
        </Button>
      </div>
      <div ref={wall} className="candidates" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(item => (
          <div
            key={item.key}
            className="candidates-row"
            style={{
              transform: `translateY(${item.start - top}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              height: (ROW_REM - GAP_REM) * rem,
            }}
          >
            {Array.from({ length: columns }, (_, column) => {
              const index = item.index * columns + column
              const candidate = candidates.at(index)
              return candidate ? (
                <Candidate
                  key={candidate.key}
                  candidate={candidate}
                  onTick={chosen => candidates.setOne(index, chosen)}
                />
              ) : null
            })}
          </div>
        ))}
      </div>
    </section>
  )
}

function Candidate({ candidate, onTick }: { candidate: ImportCandidate; onTick: (chosen: boolean) => void }) {
  const { t } = useTranslation()
  const formats = [...new Set(candidate.files.map(file => file.format.toUpperCase()))].join(', ')
  return (
    <Checkbox
      className="candidate"
      aria-label={t('bringIn.tick', { name: candidate.name })}
      isSelected={candidate.chosen}
      onChange={onTick}
    >
      <span className="candidate-picture">
        <Picture of={candidate} />
        {faceOf(candidate) ? null : (
          <span className="candidate-none">
            {candidate.state === 'locked' ? <Lock aria-hidden="true" /> : <FileQuestionMark aria-hidden="true" />}
            {candidate.state === 'locked' ? t('wall.locked') : t('wall.unreadable')}
          </span>
        )}
        <span className="tick-box candidate-tick" aria-hidden="true">
          <Check strokeWidth={3} />
        </span>
      </span>
      <span className="candidate-name" title={candidate.name}>
        {candidate.name}
      </span>
      <span className="candidate-formats" title={formats}>
        {formats}
      </span>
    </Checkbox>
  )
}

function useShape(
  wall: React.RefObject<HTMLDivElement | null>,
  body: React.RefObject<HTMLDivElement | null>,
): { columns: number; rem: number; top: number } {
  const [shape, setShape] = useState({ columns: 4, rem: 18, top: 0 })
  useLayoutEffect(() => {
    const element = wall.current
    const scroller = body.current
    if (!element || !scroller) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
      const columns = Math.max(1, Math.floor((element.clientWidth / rem + GAP_REM) / (CARD_REM + GAP_REM)))
      setShape(before =>
        before.columns === columns && before.rem === rem && before.top === top ? before : { columns, rem, top },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [wall, body])
  return shape
}
