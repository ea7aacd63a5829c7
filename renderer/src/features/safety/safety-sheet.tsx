import { Copy, FolderDown, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { library } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'

interface Work {
  readonly words: string
  readonly done: number
  readonly total: number | null
}

/** What is safe and where, said plainly, with the three things one can do about it. */
export function SafetySheet({ open, info, onClose }: { open: boolean; info: LibraryInfo | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [work, setWork] = useState<Work | null>(null)
  const [outcome, setOutcome] = useState<{ tone: 'ok' | 'warn'; words: string } | null>(null)
  const folder = useFolderChoice()

  async function run(start: Work, task: () => Promise<{ tone: 'ok' | 'warn'; words: string }>) {
    setOutcome(null)
    setWork(start)
    try {
      setOutcome(await task())
    } catch (error) {
      setOutcome({ tone: 'warn', words: sentenceFor(problemOf(error)) })
    }
    setWork(null)
  }

  const copy = () =>
    run({ words: t('safety.copying'), done: 0, total: null }, async () => {
      await library.call('snapshots.make', {})
      return { tone: 'ok', words: t('safety.copyMade') }
    })

  const saveAll = async () => {
    const to = await folder.choose(t('send.folderTitle'))
    if (to === null) return
    await run({ words: t('safety.saveAll'), done: 0, total: null }, async () => {
      const saved = await library.call(
        'saving.all',
        { to },
        {
          onProgress: ({ done, total }) => setWork({ words: t('safety.savingAll', spoken(done, total)), done, total }),
        },
      )
      return { tone: 'ok', words: t('safety.savedAll', { ...counted(saved.patterns), dir: saved.dir }) }
    })
  }

  const verify = () =>
    run({ words: t('safety.check'), done: 0, total: null }, async () => {
      const report = await library.call(
        'library.verify',
        {},
        { onProgress: ({ done, total }) => setWork({ words: t('safety.checking', spoken(done, total)), done, total }) },
      )
      const bad = report.originals.missing.length + report.originals.damaged.length
      return bad > 0
        ? { tone: 'warn', words: t('safety.damaged', counted(bad)) }
        : { tone: 'ok', words: t('safety.allGood', counted(report.originals.checked)) }
    })

  return (
    <Sheet open={open} onClose={onClose} title={t('safety.title')} size="small">
      {info ? (
        <>
          <p>{t('safety.line1', counted(info.counts.patterns))}</p>
          <p className="safety-where">{t('safety.where', { dir: info.dir })}</p>
        </>
      ) : null}
      <p>{t('safety.noCloud')}</p>
      {work ? (
        <div className="safety-work">
          <p>{work.words}</p>
          <Progress label={work.words} done={work.done} total={work.total} />
        </div>
      ) : null}
      {outcome ? <Notice tone={outcome.tone}>{outcome.words}</Notice> : null}
      {folder.isAsking ? (
        <FolderPicker choice={folder} />
      ) : (
        <div className="safety-actions">
          <Button isDisabled={work !== null} icon={<FolderDown aria-hidden="true" />} onPress={() => void saveAll()}>
            {t('safety.saveAll')}
          </Button>
          <Button isDisabled={work !== null} icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
            {t('safety.makeCopy')}
          </Button>
          <Button isDisabled={work !== null} icon={<ListChecks aria-hidden="true" />} onPress={() => void verify()}>
            {t('safety.check')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

function spoken(done: number, total: number): { done: string; total: string } {
  return { done: numberWords(done), total: numberWords(total) }
}
