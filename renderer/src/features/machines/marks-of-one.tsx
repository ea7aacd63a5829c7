import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Mark, Verdict } from '#shared/contract/library/machines.ts'
import { dayWords, formatWord } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Picker } from '#renderer/ui/choice.tsx'
import { mark } from './changes.ts'
import { useMarks } from './use-marks.ts'
import './machines.css'

const VERDICTS: readonly Verdict[] = ['sent', 'took', 'refused', 'quiet']

/** The next time a pattern is opened: did the machine take it? Asked about the latest file of which nothing was said. */
export function AskAgain({ patternId }: { patternId: string }) {
  const { t } = useTranslation()
  const open = useMarks(patternId).find(one => one.verdict === 'sent' && one.sentAt !== null && one.machine !== null)
  if (!open) return null
  const say = (verdict: Verdict) => void mark(open.machineId, [{ patternId, format: open.format }], verdict)
  return (
    <section className="ask-took" aria-label={t('machines.mark.list')}>
      <p>
        {t('machines.mark.inPane', {
          machine: open.machine ?? '',
          format: formatWord(open.format),
          day: dayWords(open.sentAt ?? open.saidAt),
        })}
      </p>
      <div className="ask-took-ways">
        <Button icon={<Check aria-hidden="true" />} onPress={() => say('took')}>
          {t('machines.mark.took')}
        </Button>
        <Button icon={<X aria-hidden="true" />} onPress={() => say('refused')}>
          {t('machines.mark.refused')}
        </Button>
        <Button look="plain" onPress={() => say('quiet')}>
          {t('machines.mark.quiet')}
        </Button>
      </div>
    </section>
  )
}

/** Where a pattern went and what became of it, each to be said anew. */
export function MarksOfOne({ patternId }: { patternId: string }) {
  const { t } = useTranslation()
  const marks = useMarks(patternId).filter(one => one.machine !== null)
  if (marks.length === 0) return null
  return (
    <ul className="marks" aria-label={t('machines.mark.list')}>
      {marks.map(one => (
        <MarkRow key={`${one.machineId} ${one.format}`} mark={one} />
      ))}
    </ul>
  )
}

function MarkRow({ mark: one }: { mark: Mark }) {
  const { t } = useTranslation()
  const format = formatWord(one.format)
  return (
    <li className="mark">
      <span className="changed-rule-name">
        {one.machine}, {format}
      </span>
      <Picker
        label={t('machines.mark.change', { machine: one.machine ?? '', format })}
        options={VERDICTS.map(verdict => ({ id: verdict, label: t(`machines.mark.options.${verdict}`) }))}
        value={one.verdict}
        onChange={verdict => void mark(one.machineId, [{ patternId: one.patternId, format: one.format }], verdict)}
      />
    </li>
  )
}
