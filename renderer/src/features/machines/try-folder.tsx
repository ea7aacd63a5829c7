import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MyMachine, Trial } from '#shared/contract/library/machines.ts'
import { say } from '#renderer/changes/change.ts'
import { host, library, shell } from '#renderer/host/bobbin.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { MachinePart } from './machine-part.tsx'

/** "Try it in a folder": what the rules make of a few patterns, without a stick and without being remembered. */
export function TryFolder({ machine }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const folder = useFolderChoice()
  const [isTrying, setTrying] = useState(false)
  const [tried, setTried] = useState<{ readonly trial: Trial; readonly path: string } | null>(null)

  async function tryIt() {
    const path = await folder.choose(t('machines.trial.ask'))
    if (path === null) return
    setTrying(true)
    try {
      const trial = await library.call('machines.tryIn', { machineId: machine.id, patternIds: [], folder: path })
      setTried({ trial, path })
    } catch (error) {
      say(error)
    }
    setTrying(false)
  }

  return (
    <MachinePart title={t('machines.trial.title')}>
      <p className="machine-quiet">{t('machines.trial.hint')}</p>
      {folder.isAsking ? (
        <FolderPicker choice={folder} />
      ) : (
        <div>
          <Button icon={<FolderOpen aria-hidden="true" />} isDisabled={isTrying} onPress={() => void tryIt()}>
            {t(isTrying ? 'machines.trial.trying' : 'machines.trial.do')}
          </Button>
        </div>
      )}
      {tried ? <Tried {...tried} /> : null}
    </MachinePart>
  )
}

function Tried({ trial, path }: { trial: Trial; path: string }) {
  const { t } = useTranslation()
  const { files, skipped } = trial
  return (
    <Notice
      tone={files.length > 0 ? 'ok' : 'plain'}
      title={
        files.length > 0
          ? t('machines.trial.done', { ...counted(files.length), folder: path })
          : t('machines.trial.none')
      }
      action={
        files.length > 0 && shell().capabilities.reveal ? (
          <Button onPress={() => void host.call('host.reveal', { path }).catch(say)}>{t('machines.trial.show')}</Button>
        ) : null
      }
    >
      <ul className="trial-files">
        {files.map(file => (
          <li key={file.path}>
            <span className="changed-rule-name">{file.path}</span>
            {file.warnings.map(warning => (
              <span key={`${warning.code} ${warning.message}`}>{sentenceFor(warning)}</span>
            ))}
          </li>
        ))}
        {skipped.map(one => (
          <li key={`${one.patternId} ${one.code}`}>
            <span className="changed-rule-name">{one.name}</span>
            <span>{sentenceFor(one)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
