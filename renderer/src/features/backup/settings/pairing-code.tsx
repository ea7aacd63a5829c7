import { MonitorSmartphone } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { clockWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { codeShown } from './code-shown.ts'
import './pairing-code.css'

interface Shown {
  readonly code: string
  readonly expiresAt: number
}

/** A code for a second computer, large enough to be read from across the desk. */
export function PairingCode() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown | null>(null)
  const isOld = useIsPast(shown?.expiresAt ?? null)

  async function show() {
    try {
      setShown(await library.call('sync.pairingCode', {}))
    } catch (error) {
      say(error)
    }
  }

  if (shown === null)
    return (
      <div>
        <Button icon={<MonitorSmartphone aria-hidden="true" />} onPress={() => void show()}>
          {t('computers.pair')}
        </Button>
      </div>
    )
  return (
    <section className="pairing" aria-label={t('computers.pair')}>
      <p>{t('computers.pairText')}</p>
      <p className="pairing-code" role="status">
        {isOld ? '' : codeShown(shown.code)}
      </p>
      <p className="backup-part-hint">
        {isOld ? t('computers.pairGone') : t('computers.pairUntil', { time: clockWords(shown.expiresAt) })}
      </p>
      <div className="backup-ask-do">
        {isOld ? <Button onPress={() => void show()}>{t('computers.pairNew')}</Button> : null}
        <Button look={isOld ? 'plain' : 'outline'} onPress={() => setShown(null)}>
          {t('computers.pairDone')}
        </Button>
      </div>
    </section>
  )
}

/** Whether that instant has passed; looks again when it does. */
function useIsPast(at: number | null): boolean {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (at === null) return
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, at - Date.now()) + 1)
    return () => clearTimeout(timer)
  }, [at])
  return at !== null && now >= at
}
