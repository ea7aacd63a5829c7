import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted, formatWord } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import { mark, type MarkOf } from './changes.ts'
import './machines.css'

export interface SentTo extends MarkOf {
  readonly name: string
}

interface AskTookProps {
  readonly machineId: string
  readonly machine: string
  readonly files: readonly SentTo[]
}

/** After sending: what the machine made of the files. Nothing has to be said, and nothing waits for it. */
export function AskTook({ machineId, machine, files }: AskTookProps) {
  const { t } = useTranslation()
  const title = useId()
  const [isSaid, setSaid] = useState(false)
  const [isChoosing, setChoosing] = useState(false)

  async function say(refused: readonly SentTo[]) {
    const others = files.filter(file => !refused.includes(file))
    const done =
      (await mark(machineId, marksOf(refused), 'refused')) && (await mark(machineId, marksOf(others), 'took'))
    if (done) setSaid(true)
  }

  if (files.length === 0) return null
  return (
    <section className="ask-took" aria-labelledby={title}>
      <p id={title} className="ask-took-title">
        {t('machines.mark.title', { ...counted(files.length), machine })}
      </p>
      {isSaid ? (
        <p role="status">{t('machines.mark.thanks')}</p>
      ) : isChoosing ? (
        <WhichNot files={files} onSave={refused => void say(refused)} />
      ) : (
        <>
          <div className="ask-took-ways">
            <Button icon={<Check aria-hidden="true" />} onPress={() => void say([])}>
              {t(files.length === 1 ? 'machines.mark.took' : 'machines.mark.tookAll')}
            </Button>
            <Button
              icon={<X aria-hidden="true" />}
              onPress={() => (files.length === 1 ? void say(files) : setChoosing(true))}
            >
              {t(files.length === 1 ? 'machines.mark.refused' : 'machines.mark.some')}
            </Button>
          </div>
          <p className="machine-remark">{t('machines.mark.later')}</p>
        </>
      )}
    </section>
  )
}

function WhichNot({ files, onSave }: { files: readonly SentTo[]; onSave: (refused: readonly SentTo[]) => void }) {
  const { t } = useTranslation()
  const [refused, setRefused] = useState<ReadonlySet<SentTo>>(new Set())

  function tick(file: SentTo, isOn: boolean) {
    const next = new Set(refused)
    if (isOn) next.add(file)
    else next.delete(file)
    setRefused(next)
  }

  return (
    <>
      <p>{t('machines.mark.some_hint')}</p>
      <ul className="ask-took-files">
        {files.map(file => (
          <li key={`${file.patternId} ${file.format}`}>
            <Checkbox
              className="ask-took-file"
              isSelected={refused.has(file)}
              onChange={isOn => tick(file, isOn)}
              autoFocus={file === files[0]}
            >
              <TickBox />
              <span>
                {file.name}, {formatWord(file.format)}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <div>
        <Button look="primary" isDisabled={refused.size === 0} onPress={() => onSave([...refused])}>
          {t('machines.mark.save')}
        </Button>
      </div>
    </>
  )
}

function marksOf(files: readonly SentTo[]): MarkOf[] {
  return files.map(({ patternId, format }) => ({ patternId, format }))
}
