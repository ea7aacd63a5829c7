import { Check, FileDown, Folder, Printer } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SendReport, SentFile } from '#shared/contract/library/sending.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { say } from '#renderer/changes/change.ts'
import { AskTook, useMachine } from '#renderer/features/machines/index.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { closeSend, useSend } from './send-store.ts'
import { SentPicture } from './sent-picture.tsx'
import { PrintedReport } from './printed-report.tsx'
import { type ReportWords, saveSendReport } from './report.ts'
import { howWords } from './how-words.ts'

const SHOWN = 60

/** The last sentence. "You can pull it out now" stands here only when the system confirmed it. */
export function SendDone() {
  const { t } = useTranslation()
  const machine = useMachine()
  const { report, target, sticks, plan } = useSend()
  if (!report || !target) return null
  const names = new Map(plan?.files.map(file => [file.patternId, file.name]))
  const stick = target.kind === 'stick' ? sticks?.find(one => one.id === target.stickId) : undefined
  return (
    <>
      <Outcome report={report} place={stick?.label ?? (target.kind === 'folder' ? target.path : '')} />
      {machine ? (
        <AskTook
          machineId={machine.id}
          machine={machine.name}
          files={report.written.map(({ patternId, format, file }) => ({
            patternId,
            format,
            name: names.get(patternId) ?? file,
          }))}
        />
      ) : null}
      <div className="send-columns">
        <section className="send-card">
          <h3 className="send-card-title">{machine?.name}</h3>
          <ul className="send-files">
            {report.written.slice(0, SHOWN).map(file => (
              <SentLine key={file.file} file={file} />
            ))}
          </ul>
          {report.written.length > SHOWN ? <p>{t('send.moreFiles', counted(report.written.length - SHOWN))}</p> : null}
          {report.skipped.length > 0 ? (
            <Notice tone="warn" title={t('send.willNotGo', counted(report.skipped.length))}>
              {report.skipped.map(one => (
                <p key={`${one.patternId} ${one.code}`}>
                  {one.name}: {one.message}
                </p>
              ))}
            </Notice>
          ) : null}
        </section>
        <section className="send-card">
          <h3 className="send-card-title">{target.kind === 'stick' ? t('send.theStick') : t('send.theFolder')}</h3>
          <div className="target target-still">
            <span className="target-picture">
              {target.kind === 'stick' ? <StickIcon /> : <Folder aria-hidden="true" />}
            </span>
            <span className="target-words">
              <span className="target-name">{stick?.label ?? (target.kind === 'folder' ? target.path : '')}</span>
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

function Outcome({ report, place }: { report: SendReport; place: string }) {
  const { t } = useTranslation()
  const count = counted(new Set(report.written.map(file => file.patternId)).size)
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
  const machine = useMachine()
  const { report, target, sticks, sentAt } = useSend()
  const [isPrinting, setPrinting] = useState(false)
  const stopPrinting = useCallback(() => setPrinting(false), [])
  if (!report || !target) return null
  const stick = target.kind === 'stick' ? sticks?.find(one => one.id === target.stickId) : undefined
  const words: ReportWords = {
    machine: machine?.name ?? '',
    place: stick?.label ?? (target.kind === 'folder' ? target.path : t('send.theStick')),
    at: sentAt ?? 0,
  }
  return (
    <>
      <Button look="plain" icon={<FileDown aria-hidden="true" />} onPress={() => saveSendReport(report, words)}>
        {t('send.saveReport')}
      </Button>
      <Button look="plain" icon={<Printer aria-hidden="true" />} onPress={() => setPrinting(true)}>
        {t('send.printReport')}
      </Button>
      <span className="spring" />
      <Button look="primary" autoFocus onPress={closeSend}>
        {t('send.done')}
      </Button>
      {isPrinting ? <PrintedReport report={report} words={words} onDone={stopPrinting} /> : null}
    </>
  )
}
