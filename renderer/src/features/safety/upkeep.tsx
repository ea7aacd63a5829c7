import { Copy, FolderDown, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { library } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import './safety.css'

interface Work {
  readonly words: string
  readonly done: number
  readonly total: number | null
}

/** The three things one can do for the library's safety: save everything elsewhere, copy the database, check every file. */
export function Upkeep({ onDone }: { onDone?: () => void }) {
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
    onDone?.()
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
      const words = t('safety.savedAll', { ...counted(saved.patterns), dir: saved.dir })
      if (saved.lacking === 0) return { tone: 'ok', words }
      return { tone: 'warn', words: `${words} ${t('safety.savedLacking', counted(saved.lacking))}` }
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
    <>
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
    </>
  )
}

function spoken(done: number, total: number): { done: string; total: string } {
  return { done: numberWords(done), total: numberWords(total) }
}
