import { Check, FileDown, Folder, Play, Printer } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SendReport, SentFile } from '#shared/contract/library/sending.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { say } from '#renderer/changes/change.ts'
import { AskTook } from '#renderer/features/machines/index.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { ProblemGroupLine } from './problem-group.tsx'
import { whatCannotGo } from './problems.ts'
import { goOnSending } from './send-run.ts'
import { closeSend, useSend } from './send-store.ts'
import { SentPicture } from './sent-picture.tsx'
import { PrintedReport } from './printed-report.tsx'
import { type ReportWords, saveSendReport } from './report.ts'
import { useSentTo } from './use-sent-to.ts'
import { howWords } from './how-words.ts'

const SHOWN = 60

/** The last sentence. "You can pull it out now" stands here only when the system confirmed it. */
export function SendDone() {
  const { t } = useTranslation()
  const machine = useSentTo()
  const { report, target, sticks } = useSend()
  const place = useSentPlace()
  if (!report || !target) return null
  const stick = target.kind === 'stick' ? sticks?.find(one => one.id === target.stickId) : undefined
  return (
    <>
      <Outcome report={report} place={place} />
      {machine.id !== null ? (
        <AskTook
          machineId={machine.id}
          machine={machine.name}
          files={report.written.map(({ patternId, format, name }) => ({ patternId, format, name }))}
        />
      ) : null}
      <div className="send-columns">
        <section className="send-card">
          <h3 className="send-card-title">{machine.name}</h3>
          <ul className="send-files">
            {report.written.slice(0, SHOWN).map(file => (
              <SentLine key={file.file} file={file} />
            ))}
          </ul>
          {report.written.length > SHOWN ? <p>{t('send.moreFiles', counted(report.written.length - SHOWN))}</p> : null}
          {report.skipped.length > 0 ? (
            <div className="send-staying">
              <p className="send-question">{t('send.willNotGo', counted(report.skipped.length))}</p>
              {whatCannotGo(report).map(group => (
                <ProblemGroupLine key={group.sentence} group={group} />
              ))}
            </div>
          ) : null}
        </section>
        <section className="send-card">
          <h3 className="send-card-title">{target.kind === 'stick' ? t('send.theStick') : t('send.theFolder')}</h3>
          <div className="target target-still">
            <span className="target-picture">
              {target.kind === 'stick' ? <StickIcon /> : <Folder aria-hidden="true" />}
            </span>
            <span className="target-words">
              <span className="target-name">{place}</span>
              {stick ? (
                <span className="target-facts">
                  {t('send.stickFree', { free: bytesWords(stick.freeBytes), total: bytesWords(stick.totalBytes) })}
                </span>
              ) : null}
            </span>
          </div>
          <p>{t('send.untouched')}</p>
          {target.kind === 'folder' && shell().capabilities.reveal ? (
            <Button onPress={() => void host.call('host.reveal', { path: target.path }).catch(say)}>
              {t('send.showFolder')}
            </Button>
          ) : null}
        </section>
      </div>
    </>
  )
}

/** The stick or folder that was written to, by the name it had then. */
function useSentPlace(): string {
  return useSend(({ current, target }) => current?.place ?? (target?.kind === 'folder' ? target.path : ''))
}

function Outcome({ report, place }: { report: SendReport; place: string }) {
  const { t } = useTranslation()
  const count = counted(new Set(report.written.map(file => file.patternId)).size)
  if (report.left.length > 0) return <Stopped report={report} done={count.formatted} />
  switch (report.after) {
    case 'ejected':
      return (
        <Notice tone="ok" title={t('send.pullOut')}>
          {report.written.length > 0 ? t('send.onStick', { ...count, stick: place }) : t('send.nothingWrittenWhy')}
        </Notice>
      )
    case 'please-eject':
      return (
        <Notice tone="plain" title={t('send.pleaseEject')}>
          {t('send.pleaseEjectDo')}
        </Notice>
      )
    case 'folder':
      return report.written.length > 0 ? (
        <Notice tone="ok" title={t('send.inFolder')}>
          {t('send.onFolder', { ...count, folder: place })}
        </Notice>
      ) : (
        <Notice tone="plain" title={t('send.nothingWritten')}>
          {t('send.nothingWrittenWhy')}
        </Notice>
      )
  }
}

/** She stopped it: how many are there, how many are left, and whether the stick may be pulled out. */
function Stopped({ report, done }: { report: SendReport; done: string }) {
  const { t } = useTranslation()
  const total = report.written.length + report.left.length
  return (
    <Notice tone="plain" title={t('send.stopped')}>
      <p>{t('send.stoppedAt', { ...counted(total), done })}</p>
      <p>
        {report.after === 'ejected'
          ? t('send.stoppedPull')
          : report.after === 'please-eject'
            ? t('send.pleaseEjectDo')
            : t('send.stoppedSafe')}
      </p>
    </Notice>
  )
}

function SentLine({ file }: { file: SentFile }) {
  const { t } = useTranslation()
  const how = howWords(file)
  const deviation =
    file.source === 'converted' && file.maxDeviationMm !== null
      ? t('send.deviation', { inches: inchesUp(file.maxDeviationMm) })
      : null
  return (
    <li className="send-file">
      <SentPicture id={file.patternId} />
      <span className="send-file-words">
        <span className="send-file-name">{file.file}</span>
        <span className="send-file-how">
          {[how, deviation, file.experimental ? t('send.experimental') : null].filter(Boolean).join(', ')}
        </span>
      </span>
      {file.verified ? (
        <span className="send-checked">
          <Check aria-hidden="true" /> {t('send.checked')}
        </span>
      ) : null}
    </li>
  )
}

/** Thousandths of an inch, never less than it was. */
function inchesUp(mm: number): string {
  return (Math.max(1, Math.ceil((mm / MM_PER_INCH) * 1000)) / 1000).toFixed(3)
}

export function DoneFoot() {
  const { t } = useTranslation()
  const machine = useSentTo()
  const place = useSentPlace()
  const { report, sentAt, current } = useSend()
  const [isPrinting, setPrinting] = useState(false)
  const stopPrinting = useCallback(() => setPrinting(false), [])
  if (!report) return null
  const words: ReportWords = { machine: machine.name, place: place || t('send.theStick'), at: sentAt ?? 0 }
  return (
    <>
      <Button look="plain" icon={<FileDown aria-hidden="true" />} onPress={() => saveSendReport(report, words)}>
        {t('send.saveReport')}
      </Button>
      <Button look="plain" icon={<Printer aria-hidden="true" />} onPress={() => setPrinting(true)}>
        {t('send.printReport')}
      </Button>
      <span className="spring" />
      {report.left.length > 0 && current ? (
        <Button icon={<Play aria-hidden="true" />} onPress={() => void goOnSending(current)}>
          {t('send.goOn')}
        </Button>
      ) : null}
      <Button look="primary" autoFocus onPress={closeSend}>
        {t('send.done')}
      </Button>
      {isPrinting ? <PrintedReport report={report} words={words} onDone={stopPrinting} /> : null}
    </>
  )
}
