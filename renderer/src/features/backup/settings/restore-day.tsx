import { CalendarDays, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, dayYearWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useFoundFocus } from '../use-found-focus.ts'
import { DayPicker } from './day-picker.tsx'
import './restore-day.css'

type Told =
  | { readonly kind: 'done'; readonly words: string; readonly restoreId: string | null }
  | { readonly kind: 'problem'; readonly words: string }

/** She looks at her wall before she says whether that was it: the way back stays until Bobbin is closed. */
const useTold = create<{ readonly told: Told | null }>(() => ({ told: null }))
const setTold = (told: Told | null) => useTold.setState({ told })

/** The whole library as it was at the end of a day: which day, what that means, done, and the way back. */
export function RestoreDay() {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  /** The last millisecond of the chosen day. */
  const [at, setAt] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const place = useRef<HTMLElement>(null)
  useFoundFocus(place)
  const told = useTold(state => state.told)

  async function work(task: () => Promise<Told>) {
    setBusy(true)
    setTold(null)
    try {
      setTold(await task())
      setChoosing(false)
      setAt(null)
    } catch (error) {
      setTold({ kind: 'problem', words: sentenceFor(problemOf(error)) })
    }
    setBusy(false)
  }

  const restore = (to: number) =>
    work(async () => {
      const { records, restoreId } = await library.call('sync.restoreToDay', { at: to })
      const day = dayYearWords(to)
      return records === 0
        ? { kind: 'done', words: t('computers.daySame', { day }), restoreId: null }
        : { kind: 'done', words: t('computers.dayDone', { ...counted(records), day }), restoreId }
    })

  const takeBack = (restoreId: string) =>
    work(async () => {
      await library.call('sync.undoRestore', { restoreId })
      return { kind: 'done', words: t('computers.dayUndone'), restoreId: null }
    })

  return (
    <section className="backup-part" ref={place}>
      <h4>{t('computers.day')}</h4>
      <p className="backup-part-hint">{t('computers.dayHint')}</p>
      {isChoosing ? (
        <div className="restore-day">
          <DayPicker onChoose={setAt} />
          {at === null ? null : (
            <div className="restore-words" role="status">
              <p>{t('computers.dayPreview', { day: dayYearWords(at) })}</p>
              <p>{t('computers.daySafe')}</p>
            </div>
          )}
          <div className="backup-ask-do">
            {at === null ? null : (
              <Button look="primary" isDisabled={isBusy} onPress={() => void restore(at)}>
                {t('computers.dayDo', { day: dayYearWords(at) })}
              </Button>
            )}
            <Button look="plain" isDisabled={isBusy} onPress={() => setChoosing(false)}>
              {t('computers.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <Button
          icon={<CalendarDays aria-hidden="true" />}
          isDisabled={isBusy}
          onPress={() => {
            setTold(null)
            setAt(null)
            setChoosing(true)
          }}
        >
          {t('computers.dayChoose')}
        </Button>
      )}
      {isBusy ? <Progress label={t('computers.dayBusy')} done={0} total={null} /> : null}
      {told ? <Outcome told={told} onTakeBack={takeBack} /> : null}
    </section>
  )
}

function Outcome({ told, onTakeBack }: { told: Told; onTakeBack: (restoreId: string) => Promise<void> }) {
  const { t } = useTranslation()
  if (told.kind === 'problem') return <Notice tone="warn">{told.words}</Notice>
  const { restoreId } = told
  return (
    <Notice
      tone="ok"
      action={
        restoreId === null ? null : (
          <Button icon={<Undo2 aria-hidden="true" />} onPress={() => void onTakeBack(restoreId)}>
            {t('computers.dayUndo')}
          </Button>
        )
      }
    >
      {told.words}
    </Notice>
  )
}
