import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoubleOverlay, DoublePair } from '#shared/contract/library/doubles.ts'
import { library } from '#renderer/host/bobbin.ts'

/** Both lines on one piece of cloth: one wide, one thin, so that every place where they part is seen without telling colours apart. */
export function OverlayPicture({ pair }: { pair: DoublePair }) {
  const { t } = useTranslation()
  const overlay = useOverlay(pair.first.id, pair.second.id)
  const box = overlay && boxOf(overlay)
  return (
    <figure className="double-side">
      <figcaption className="double-name">{t('doubles.overlay')}</figcaption>
      <div className="double-cloth" aria-busy={overlay === undefined}>
        {overlay && box ? (
          <svg className="double-lines" viewBox={box} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
            <path className="double-wide" d={pathOf(overlay.first)} />
            <path className="double-thin" d={pathOf(overlay.second)} />
          </svg>
        ) : overlay === null ? (
          <p className="double-none">{t('doubles.overlayNone')}</p>
        ) : null}
      </div>
      {overlay ? (
        <ul className="double-legend">
          <li>
            <span className="double-mark double-mark-wide" aria-hidden="true" />
            {t('doubles.thick', { name: pair.first.name })}
          </li>
          <li>
            <span className="double-mark double-mark-thin" aria-hidden="true" />
            {t('doubles.thin', { name: pair.second.name })}
          </li>
        </ul>
      ) : null}
    </figure>
  )
}

/** Undefined while it comes. */
function useOverlay(first: string, second: string): DoubleOverlay | null | undefined {
  const [overlay, setOverlay] = useState<{ key: string; value: DoubleOverlay | null }>()
  const key = `${first} ${second}`
  useEffect(() => {
    let gone = false
    library.call('doubles.overlay', { first, second }).then(
      ({ overlay: value }) => gone || setOverlay({ key, value }),
      () => gone || setOverlay({ key, value: null }),
    )
    return () => {
      gone = true
    }
  }, [key, first, second])
  return overlay?.key === key ? overlay.value : undefined
}

/** Y is up in the core and down in a picture. */
function pathOf(lines: readonly Float64Array[]): string {
  return lines
    .map(line => {
      const points: string[] = []
      for (let at = 0; at + 1 < line.length; at += 2)
        points.push(`${line[at]!.toFixed(1)} ${(-line[at + 1]!).toFixed(1)}`)
      return `M${points.join('L')}`
    })
    .join('')
}

const MARGIN = 130

function boxOf({ first, second }: DoubleOverlay): string {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of [...first, ...second]) {
    for (let at = 0; at + 1 < line.length; at += 2) {
      minX = Math.min(minX, line[at]!)
      maxX = Math.max(maxX, line[at]!)
      minY = Math.min(minY, -line[at + 1]!)
      maxY = Math.max(maxY, -line[at + 1]!)
    }
  }
  return `${minX - MARGIN} ${minY - MARGIN} ${maxX - minX + 2 * MARGIN} ${maxY - minY + 2 * MARGIN}`
}
