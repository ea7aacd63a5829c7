import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { clockWords, dayWords, isSameDay } from '#renderer/i18n/words.ts'
import { SafetySheet } from './safety-sheet.tsx'
import './safety.css'

/** Bottom left, always in words: what is safe, and nothing that is not true. */
export function SafetyChip({ info }: { info: LibraryInfo | null }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <AriaButton className="safety-chip" onPress={() => setOpen(true)}>
        <Check className="safety-tick" strokeWidth={3} aria-hidden="true" />
        <span className="safety-words">
          <span className="safety-line">{t('safety.saved')}</span>
          <span className="safety-copy">{copyWords(info?.lastSnapshotAt ?? null)}</span>
        </span>
        <span className="safety-short">{t('safety.short')}</span>
      </AriaButton>
      <SafetySheet open={open} info={info} onClose={() => setOpen(false)} />
    </>
  )

  function copyWords(at: number | null): string {
    if (at === null) return t('safety.noCopy')
    return isSameDay(at, Date.now())
      ? t('safety.copyAt', { time: clockWords(at) })
      : t('safety.copyOn', { date: dayWords(at) })
  }
}
