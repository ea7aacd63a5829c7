import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { library } from '#renderer/host/bobbin.ts'
import { clockWords, counted, dayWords, isSameDay } from '#renderer/i18n/words.ts'
import { Upkeep } from './upkeep.tsx'

/** What is safe on this computer, said plainly, with the three things one can do about it. */
export function LibraryHere() {
  const { t } = useTranslation()
  const [info, setInfo] = useState<LibraryInfo | null>(null)
  useEffect(refresh, [])

  // Without it the three things can be done all the same.
  function refresh() {
    library.call('library.info', {}).then(setInfo, () => undefined)
  }

  return (
    <>
      {info ? (
        <>
          <p>{t('safety.line1', counted(info.counts.patterns))}</p>
          <p className="safety-where">{t('safety.where', { dir: info.dir })}</p>
          <p>{copyWords(info.lastSnapshotAt)}</p>
        </>
      ) : null}
      <Upkeep onDone={refresh} />
    </>
  )

  function copyWords(at: number | null): string {
    if (at === null) return t('safety.noCopy')
    return isSameDay(at, Date.now())
      ? t('safety.copyAt', { time: clockWords(at) })
      : t('safety.copyOn', { date: dayWords(at) })
  }
}
