import { Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DoublesState } from '#shared/contract/library/doubles.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Progress } from '#renderer/ui/progress.tsx'

/** How far the comparing is, with a way to pause it; nothing when all has been compared. */
export function Comparing({ state: { state, done, total } }: { state: DoublesState }) {
  const { t } = useTranslation()
  if (state === 'waiting') return null
  const words =
    state === 'paused'
      ? t('doubles.paused')
      : total === 0
        ? t('doubles.comparingShort')
        : t('doubles.comparing', { done: numberWords(done), total: numberWords(total) })
  return (
    <div className="double-comparing">
      <div className="double-comparing-words">
        <p>{words}</p>
        {state === 'running' ? <Progress label={t('doubles.comparingShort')} done={done} total={total} /> : null}
      </div>
      {state === 'paused' ? (
        <Button icon={<Play aria-hidden="true" />} onPress={() => void library.call('doubles.goOn', {}).catch(say)}>
          {t('doubles.goOn')}
        </Button>
      ) : (
        <Button icon={<Pause aria-hidden="true" />} onPress={() => void library.call('doubles.pause', {}).catch(say)}>
          {t('doubles.pause')}
        </Button>
      )}
    </div>
  )
}
