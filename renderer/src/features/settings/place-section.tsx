import { FolderInput, FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/contract/library/upkeep.ts'
import { say } from '#renderer/changes/change.ts'
import { Upkeep } from '#renderer/features/safety/index.ts'
import { host, library, shell } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { bytesWords, momentWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'

/** Where the library lives, its safety copies, and the ways to another place. */
export function PlaceSection() {
  const { t } = useTranslation()
  const [dir, setDir] = useState('')
  const [copies, setCopies] = useState<readonly Snapshot[]>([])

  function refresh() {
    library.call('library.info', {}).then(info => setDir(info.dir), say)
    library.call('snapshots.list', {}).then(({ snapshots }) => setCopies(snapshots), say)
  }
  useEffect(refresh, [])

  return (
    <>
      <p>{t('settings.livesIn')}</p>
      <p className="place-dir">{dir}</p>
      <MoveLibrary dir={dir} onMoved={refresh} />
      <h4 className="settings-subheading">{t('settings.copies')}</h4>
      <p>{t('settings.copiesHint')}</p>
      {copies.length > 0 ? (
        <ul className="copies">
          {copies.map(copy => (
            <li key={copy.name}>
              <span>{momentWords(copy.at)}</span>
              <span className="copy-size">{bytesWords(copy.bytes)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Upkeep onDone={refresh} />
    </>
  )
}

interface Moving {
  readonly step: 'copying' | 'checking' | 'opening'
  readonly done: number
  readonly total: number
}

/** Another folder or disk for the library, where the shell can move it. */
function MoveLibrary({ dir, onMoved }: { dir: string; onMoved: () => void }) {
  const { t } = useTranslation()
  const { reveal, movesLibrary } = shell().capabilities
  const folder = useFolderChoice()
  const [moving, setMoving] = useState<Moving | null>(null)
  const [told, setTold] = useState<{ tone: 'ok' | 'warn'; words: string } | null>(null)

  async function move() {
    const to = await folder.choose(t('settings.moveTitle'))
    if (to === null) return
    setTold(null)
    setMoving({ step: 'copying', done: 0, total: 0 })
    try {
      const moved = await host.call('host.moveLibrary', { to }, { onProgress: setMoving })
      setTold({ tone: 'ok', words: t('settings.moved', moved) })
      onMoved()
    } catch (error) {
      setTold({ tone: 'warn', words: sentenceFor(problemOf(error)) })
    }
    setMoving(null)
  }

  return (
    <>
      <div className="settings-buttons">
        {reveal ? (
          <Button
            icon={<FolderOpen aria-hidden="true" />}
            onPress={() => void host.call('host.reveal', { path: dir }).catch(say)}
          >
            {t('settings.reveal')}
          </Button>
        ) : null}
        {movesLibrary ? (
          <Button icon={<FolderInput aria-hidden="true" />} isDisabled={moving !== null} onPress={() => void move()}>
            {t('settings.move')}
          </Button>
        ) : null}
      </div>
      {folder.isAsking ? <FolderPicker choice={folder} /> : null}
      {moving ? (
        <div>
          <p>
            {t(`settings.moving.${moving.step}`, { done: bytesWords(moving.done), total: bytesWords(moving.total) })}
          </p>
          <Progress label={t('settings.move')} done={moving.done} total={moving.total === 0 ? null : moving.total} />
        </div>
      ) : null}
      {told ? <Notice tone={told.tone}>{told.words}</Notice> : null}
    </>
  )
}
