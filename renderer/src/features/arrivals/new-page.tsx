import { Eye, Package } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Arrival } from '#shared/contract/library/arrivals.ts'
import { say } from '#renderer/changes/change.ts'
import { lookThroughPaths } from '#renderer/features/bring-in/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { bytesWords, counted, formatWord } from '#renderer/i18n/words.ts'
import { SketchPicture } from '#renderer/pictures/sketch-picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import { dismiss, folderName, useTray } from './arrivals-store.ts'
import { type ShownArrivals, useArrivals } from './use-arrivals.ts'
import './arrivals.css'

/** What arrived in the watched folder and waits for a look. */
export function NewPage() {
  const { t } = useTranslation()
  const shown = useArrivals()
  if (!shown) return <div className="new-page" aria-busy="true" />
  if (shown.total === 0)
    return (
      <div className="new-page">
        <h1 className="visually-hidden">{t('arrivals.place')}</h1>
        <Empty drawing="spool" sentence={t('arrivals.none')} hint={t('arrivals.noneHint')} />
      </div>
    )
  return <Waiting shown={shown} />
}

function Waiting({ shown: { total, arrivals } }: { shown: ShownArrivals }) {
  const { t } = useTranslation()
  const watch = useTray(state => state.watch)
  const folder = watch?.folder ? folderName(watch.folder) : null
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = arrivals.filter(one => !left.has(one.id))
  const more = total - arrivals.length
  const count = chosen.length + more

  function tick(id: string, isTicked: boolean) {
    const next = new Set(left)
    if (isTicked) next.delete(id)
    else next.add(id)
    setLeft(next)
  }

  async function look() {
    const kept = new Set(arrivals.filter(one => left.has(one.id)).map(one => one.path))
    try {
      const { paths } = await library.call('arrivals.paths', {})
      lookThroughPaths(paths.filter(path => !kept.has(path)))
    } catch (error) {
      say(error)
    }
  }

  return (
    <div className="new-page">
      <div className="new-head">
        <div className="new-words">
          <h1 className="page-title">{t('arrivals.title', counted(total))}</h1>
          <p className="new-hint">
            {folder === null
              ? t('arrivals.hintOff')
              : t(watch?.state === 'gone' ? 'arrivals.gone' : 'arrivals.hint', { folder })}
          </p>
        </div>
        <div className="new-actions">
          <Button look="primary" icon={<Eye aria-hidden="true" />} isDisabled={count === 0} onPress={() => void look()}>
            {t('arrivals.look', counted(count))}
          </Button>
          <Button isDisabled={chosen.length === 0} onPress={() => void dismiss(chosen.map(one => one.id))}>
            {t('arrivals.notThese', counted(chosen.length))}
          </Button>
        </div>
      </div>
      <ul className="new-cards">
        {arrivals.map(one => (
          <li key={one.id}>
            <ArrivalCard arrival={one} isTicked={!left.has(one.id)} onTick={isTicked => tick(one.id, isTicked)} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('arrivals.more', counted(more))}</p> : null}
    </div>
  )
}

interface ArrivalCardProps {
  readonly arrival: Arrival
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

function ArrivalCard({ arrival, isTicked, onTick }: ArrivalCardProps) {
  const { t } = useTranslation()
  const what =
    arrival.format === 'zip'
      ? t('arrivals.zip', counted(arrival.patterns))
      : t('arrivals.file', { format: formatWord(arrival.format) })
  return (
    <Checkbox
      className="new-card"
      aria-label={t('arrivals.tick', { name: arrival.name })}
      isSelected={isTicked}
      onChange={onTick}
    >
      <span className="new-picture">
        <SketchPicture sketch={arrival.sketch} />
        {arrival.sketch ? null : <Package className="new-none" aria-hidden="true" />}
        <TickBox corner />
      </span>
      <span className="new-name">{arrival.name}</span>
      <span className="new-what">{what}</span>
      <span className="new-what">{bytesWords(arrival.bytes)}</span>
      {arrival.folder === '' ? null : (
        <span className="new-what">{t('arrivals.inFolder', { folder: arrival.folder })}</span>
      )}
    </Checkbox>
  )
}
