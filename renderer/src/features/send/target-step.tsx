import { Folder, FolderOpen } from 'lucide-react'
import { useEffect } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SendTarget, Stick } from '#shared/contract/library/sending.ts'
import { useMachine } from '#renderer/features/machines/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { Checks } from './checks.tsx'
import { startSending } from './send-run.ts'
import { chooseTarget, refreshSticks, toMachine, useSend } from './send-store.ts'

/** Sticks come and go while this page is open. */
const LOOK_EVERY_MS = 2_000

/** Where to, and what that means for every pattern, before anything is written. */
export function TargetStep() {
  const { t } = useTranslation()
  const machine = useMachine()
  const { sticks, target, lastFolder, problem } = useSend()
  const folder = useFolderChoice()

  useEffect(() => {
    // A system that cannot list its sticks right now is asked again two seconds later; the folder works all the while.
    const look = () => void refreshSticks().catch(() => undefined)
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])

  async function pickFolder() {
    const path = await folder.choose(t('send.folderTitle'))
    if (path !== null) chooseTarget({ kind: 'folder', path })
  }

  return (
    <>
      <p className="send-machine">
        <span>{t('send.forMachine', { machine: machine?.name ?? '' })}</span>
        <Button look="plain" onPress={toMachine}>
          {t('send.machineChange')}
        </Button>
      </p>
      {problem ? (
        <Notice tone="warn" title={t('send.failed')}>
          <p>{sentenceFor(problem)}</p>
          <p>{t('send.failedSafe')}</p>
        </Notice>
      ) : null}
      <div className="send-columns">
        <section className="send-card" aria-label={t('send.targetAsk')}>
          <h3 className="send-card-title">{t('send.targetAsk')}</h3>
          <RadioGroup
            className="targets"
            aria-label={t('send.targetAsk')}
            value={target ? valueOf(target) : null}
            onChange={value => chooseTarget(targetOf(value))}
          >
            {sticks?.map(stick => (
              <StickCard key={stick.id} stick={stick} />
            ))}
            {sticks?.length === 0 ? <p className="no-stick">{t('send.noStick')}</p> : null}
            {sticks === null ? <p className="no-stick">{t('send.pleaseWait')}</p> : null}
            {lastFolder !== null ? (
              <Radio className="target" value={valueOf({ kind: 'folder', path: lastFolder })}>
                <span className="target-picture">
                  <Folder aria-hidden="true" />
                </span>
                <span className="target-words">
                  <span className="target-name">{t('send.theFolder')}</span>
                  <span className="target-facts">{lastFolder}</span>
                </span>
              </Radio>
            ) : null}
          </RadioGroup>
          {folder.isAsking ? (
            <FolderPicker choice={folder} />
          ) : (
            <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void pickFolder()}>
              {t('send.folder')}
            </Button>
          )}
        </section>
        <Checks />
      </div>
    </>
  )
}

function StickCard({ stick }: { stick: Stick }) {
  const { t } = useTranslation()
  return (
    <Radio className="target" value={valueOf({ kind: 'stick', stickId: stick.id })}>
      <span className="target-picture">
        <StickIcon />
      </span>
      <span className="target-words">
        <span className="target-name">{stick.label}</span>
        <span className="target-facts">
          {stick.readOnly
            ? t('send.readOnly')
            : t('send.stickFree', { free: bytesWords(stick.freeBytes), total: bytesWords(stick.totalBytes) })}
        </span>
      </span>
    </Radio>
  )
}

function valueOf(target: SendTarget): string {
  return target.kind === 'stick' ? `stick:${target.stickId}` : `folder:${target.path}`
}

function targetOf(value: string): SendTarget {
  const rest = value.slice(value.indexOf(':') + 1)
  return value.startsWith('stick:') ? { kind: 'stick', stickId: rest } : { kind: 'folder', path: rest }
}

export function TargetFoot() {
  const { t } = useTranslation()
  const plan = useSend(state => state.plan)
  const goes = new Set(plan?.files.map(file => file.patternId)).size
  return (
    <>
      <Button onPress={toMachine}>{t('send.back')}</Button>
      <Button
        look="primary"
        icon={<StickIcon />}
        isDisabled={!plan || goes === 0 || plan.problem !== null}
        onPress={() => void startSending()}
      >
        {t('send.write', counted(goes))}
      </Button>
    </>
  )
}
