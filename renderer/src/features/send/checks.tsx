import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PlannedFile, SendPlan } from '#shared/contract/library/sending.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { type OnExisting, setOnExisting, useSend } from './send-store.ts'
import { SentPicture } from './sent-picture.tsx'

/** More than these are a number: nobody reads a hundred lines before pressing a button. */
const SHOWN = 60
const WAYS = ['keep-both', 'replace', 'skip'] as const

/** What goes and how, one sentence a problem. */
export function Checks() {
  const { t } = useTranslation()
  const { target, plan, problem } = useSend()
  return (
    <section className="send-card" aria-label={t('send.checksTitle')} aria-live="polite">
      <h3 className="send-card-title">{t('send.checksTitle')}</h3>
      {plan ? (
        <PlanWords plan={plan} />
      ) : (
        <p className="send-quiet">{target === null || problem ? t('send.chooseTarget') : t('send.checking')}</p>
      )}
    </section>
  )
}

function PlanWords({ plan }: { plan: SendPlan }) {
  const { t } = useTranslation()
  const existing = plan.files.filter(file => file.exists && !file.alreadyThere)
  return (
    <>
      {plan.problem ? <Notice tone="warn">{sentenceFor(plan.problem)}</Notice> : null}
      {existing.length > 0 ? <Existing count={existing.length} /> : null}
      {plan.skipped.length > 0 ? (
        <Notice tone="warn" title={t('send.willNotGo', counted(plan.skipped.length))}>
          {plan.skipped.slice(0, SHOWN).map(one => (
            <p key={one.patternId}>
              {one.name}: {one.message}
            </p>
          ))}
        </Notice>
      ) : null}
      <ul className="send-files">
        {plan.files.slice(0, SHOWN).map(file => (
          <PlannedLine key={file.path} file={file} />
        ))}
      </ul>
      {plan.files.length > SHOWN ? <p>{t('send.moreFiles', counted(plan.files.length - SHOWN))}</p> : null}
      {plan.files.length === 0 ? <p>{t('send.nothingGoes')}</p> : null}
      {plan.freeBytes !== null && plan.files.length > 0 ? (
        <p className="send-quiet">
          {t('send.fits', { needed: bytesWords(plan.neededBytes), free: bytesWords(plan.freeBytes) })}
        </p>
      ) : null}
    </>
  )
}

function PlannedLine({ file }: { file: PlannedFile }) {
  const { t } = useTranslation()
  const how = file.alreadyThere
    ? t('send.already')
    : file.source === 'original'
      ? t('send.original')
      : t('send.converted', { format: file.fromFormat.toUpperCase() })
  return (
    <li className="send-file">
      <SentPicture id={file.patternId} />
      <span className="send-file-words">
        <span className="send-file-name">{file.path}</span>
        <span className="send-file-how">{file.experimental ? `${how}, ${t('send.experimental')}` : how}</span>
        {file.warnings.map(warning => (
          <span key={warning.code} className="send-file-how">
            {warning.message}
          </span>
        ))}
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
