import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PlannedFile, SendPlan } from '#shared/contract/library/sending.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { bytesWords, counted, numberWords } from '#renderer/i18n/words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ProblemGroupLine } from './problem-group.tsx'
import { whatCannotGo, whatToKnow } from './problems.ts'
import { type OnExisting, setOnExisting, useSend } from './send-store.ts'
import { SentPicture } from './sent-picture.tsx'
import { howWords } from './how-words.ts'

/** More than these are a number: nobody reads a hundred lines before pressing a button. */
const SHOWN = 60
/** Fewer are looked at before a bar could be read. */
const WORTH_A_BAR = 30
const WAYS = ['keep-both', 'replace', 'skip'] as const

/** What goes and how, before anything is written: in pictures, and one sentence a kind of problem. */
export function Checks() {
  const { t } = useTranslation()
  const { target, plan, problem } = useSend()
  return (
    <section className="send-card" aria-label={t('send.checksTitle')} aria-live="polite">
      <h3 className="send-card-title">{t('send.checksTitle')}</h3>
      {plan ? <PlanWords plan={plan} /> : <Planning isIdle={target === null || problem !== null} />}
    </section>
  )
}

/** A batch takes a moment to look at: how far that is. */
function Planning({ isIdle }: { isIdle: boolean }) {
  const { t } = useTranslation()
  const planning = useSend(state => state.planning)
  if (isIdle) return <p className="send-quiet">{t('send.chooseTarget')}</p>
  if (planning === null || planning.total < WORTH_A_BAR) return <p className="send-quiet">{t('send.checking')}</p>
  const words = t('send.planning', { done: numberWords(planning.done), ...counted(planning.total) })
  return (
    <div className="send-planning" aria-live="off">
      <Progress label={t('send.checking')} done={planning.done} total={planning.total} />
      <p className="send-quiet">{words}</p>
    </div>
  )
}

function PlanWords({ plan }: { plan: SendPlan }) {
  const { t } = useTranslation()
  const existing = plan.files.filter(file => file.exists && !file.alreadyThere)
  const staying = new Set(plan.skipped.map(one => one.patternId)).size
  const folders = new Set(plan.files.map(file => file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))))).size
  const known = whatToKnow(plan)
  return (
    <>
      {plan.problem ? <Notice tone="warn">{sentenceFor(plan.problem)}</Notice> : null}
      {existing.length > 0 ? <Existing count={existing.length} /> : null}
      {staying > 0 ? (
        <div className="send-staying">
          <p className="send-question">{t('send.willNotGo', counted(staying))}</p>
          {whatCannotGo(plan).map(group => (
            <ProblemGroupLine key={group.sentence} group={group} />
          ))}
          {plan.files.length > 0 ? <p>{t('send.othersGo')}</p> : null}
        </div>
      ) : null}
      {plan.files.length === 0 ? <p>{t('send.nothingGoes')}</p> : null}
      {plan.files.length > 0 ? (
        <p>
          {t('send.filesGo', { ...counted(plan.files.length), folders: t('send.folders', counted(folders)) })}{' '}
          {plan.freeBytes === null
            ? null
            : t('send.fits', { needed: bytesWords(plan.neededBytes), free: bytesWords(plan.freeBytes) })}
        </p>
      ) : null}
      {known.length > 0 ? (
        <div className="send-known">
          <p className="send-question">{t('send.worthKnowing')}</p>
          {known.map(group => (
            <ProblemGroupLine key={group.sentence} group={group} />
          ))}
        </div>
      ) : null}
      <ul className="send-files">
        {plan.files.slice(0, SHOWN).map(file => (
          <PlannedLine key={file.path} file={file} />
        ))}
      </ul>
      {plan.files.length > SHOWN ? <p>{t('send.moreFiles', counted(plan.files.length - SHOWN))}</p> : null}
    </>
  )
}

function PlannedLine({ file }: { file: PlannedFile }) {
  const { t } = useTranslation()
  const how = file.alreadyThere ? t('send.already') : howWords(file)
  return (
    <li className="send-file">
      <SentPicture id={file.patternId} />
      <span className="send-file-words">
        <span className="send-file-name">{file.path}</span>
        <span className="send-file-how">{file.experimental ? `${how}, ${t('send.experimental')}` : how}</span>
      </span>
    </li>
  )
}

function Existing({ count }: { count: number }) {
  const { t } = useTranslation()
  const onExisting = useSend(state => state.onExisting)
  return (
    <div className="existing">
      <p>{t('send.exists', counted(count))}</p>
      <RadioGroup
        className="existing-ways"
        aria-label={t('send.existsAsk')}
        value={onExisting}
        onChange={value => setOnExisting(value as OnExisting)}
      >
        {WAYS.map(way => (
          <Radio key={way} value={way} className="existing-way">
            <span className="radio-mark" aria-hidden="true" />
            {t(`send.${way}`)}
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
