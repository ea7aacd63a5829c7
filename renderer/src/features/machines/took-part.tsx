import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark, MyMachine } from '#shared/contract/library/machines.ts'
import { library } from '#renderer/host/bobbin.ts'
import { formatWord } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { askAgainFor, mark } from './changes.ts'
import { MachinePart } from './machine-part.tsx'
import { tallyWords } from './words.ts'

/** More than these are counted above. */
const SHOWN = 8

/** "It took 14 QLI files. It did not take 1 DXF file.", what those were, and what she said yes to. */
export function TookPart({ machine }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const { id, tallies, agreed } = machine
  return (
    <MachinePart title={t('machines.took.title')}>
      <p>{tallyWords(tallies) ?? t('machines.took.none')}</p>
      {/* Asked again whenever the counts change. */}
      <Refused key={JSON.stringify(tallies)} id={id} />
      {agreed.length > 0 ? (
        <>
          <p className="changed-rule-name">{t('machines.took.agreed')}</p>
          <ul className="changed-rules">
            {agreed.map(format => (
              <li key={format} className="changed-rule">
                <span className="changed-rule-words">{formatWord(format)}</span>
                <Button
                  look="plain"
                  aria-label={t('machines.took.askAgainOf', { format: formatWord(format) })}
                  onPress={() => void askAgainFor(id, format)}
                >
                  {t('machines.took.askAgain')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </MachinePart>
  )
}

/** What the machine did not take, the latest first, each with the way to take the mark back. */
function Refused({ id }: { id: string }) {
  const { t } = useTranslation()
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useEffect(() => {
    let gone = false
    library.call('machines.marks', { machineId: id, verdict: 'refused' }).then(
      answer => {
        if (!gone) setMarks(answer.marks)
      },
      // The counts above are true all the same.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [id])
  if (marks.length === 0) return null
  return (
    <ul className="changed-rules" aria-label={t('machines.took.refusedList')}>
      {marks.slice(0, SHOWN).map(({ patternId, pattern, format }) => (
        <li key={`${patternId} ${format}`} className="changed-rule">
          <span className="changed-rule-words">
            <span className="changed-rule-name">{pattern}</span>
            <span>
              {t('machines.took.refusedList')}: {formatWord(format)}
            </span>
          </span>
          <Button
            look="plain"
            icon={<RotateCcw aria-hidden="true" />}
            aria-label={t('machines.took.forgetOf', { name: pattern, format: formatWord(format) })}
            onPress={() => void mark(id, [{ patternId, format }], 'sent')}
          >
            {t('machines.took.forget')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
