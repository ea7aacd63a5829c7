import { BookPlus, FolderInput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MAX_POINTS } from '#shared/formats/types.ts'
import type { PlannedFile, PlannedInto } from '#shared/contract/library/planning.ts'
import { chosenMachineId, useMachineName } from '#renderer/features/machines/index.ts'
import { openSend } from '#renderer/features/send/index.ts'
import { host, library, shell } from '#renderer/host/bobbin.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { ButtonAtOnce } from '#renderer/ui/button-at-once.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { FolderPicker, useFolderChoice } from '#renderer/ui/folder-picker.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { StickIcon } from '#renderer/ui/stick-icon.tsx'
import { type Maker, useMaker } from './make-store.ts'
import { closePlan, setPlanName, typedName, usePlanning } from './plan-store.ts'
import type { Laid } from './use-layout.ts'

interface MakeSheetProps {
  readonly laid: Laid
  readonly onClose: () => void
}

/** What she chose; kept while the files are made, for when she is asked again. */
interface Asked {
  readonly into: PlannedInto
  readonly target: string | null
  /** The button that began, which has the focus again afterwards. */
  readonly pressed: 'folder' | 'library' | 'send' | null
}

interface QuestionsProps {
  readonly laid: Laid
  readonly maker: Maker
  readonly asked: Asked
  readonly onAsk: (change: Partial<Asked>) => void
}

const isTooMany = (laid: Laid) => laid.figures.points > MAX_POINTS

/** How many files, for which machine, and where they go. */
export function MakeSheet({ laid, onClose }: MakeSheetProps) {
  const { t } = useTranslation()
  const maker = useMaker()
  const { making } = maker
  const [asked, setAsked] = useState<Asked>({ into: isTooMany(laid) ? 'per-line' : 'one', target: null, pressed: null })
  return (
    <Sheet
      open
      size="small"
      onClose={onClose}
      title={t('plan.making.title')}
      foot={
        making.kind === 'working' ? (
          <ButtonAtOnce onPress={maker.stop}>{t('plan.making.stop')}</ButtonAtOnce>
        ) : making.kind === 'done' ? (
          <>
            <Button onPress={maker.askAgain}>{t('plan.making.again')}</Button>
            <ButtonAtOnce look="primary" onPress={onClose}>
              {t('plan.making.finish')}
            </ButtonAtOnce>
          </>
        ) : null
      }
    >
      {making.kind === 'asking' ? (
        <Questions
          laid={laid}
          maker={maker}
          asked={asked}
          onAsk={change => setAsked(before => ({ ...before, ...change }))}
        />
      ) : making.kind === 'working' ? (
        <div className="plan-making">
          <p role="status">
            {t('plan.making.working', { done: numberWords(making.done + 1), total: numberWords(making.total) })}
          </p>
          <Progress label={t('plan.making.title')} done={making.done} total={making.total} />
        </div>
      ) : (
        <DoneFiles files={making.files} texts={making.texts} />
      )}
    </Sheet>
  )
}

interface Target {
  readonly id: string
  readonly label: string
  readonly machineId: string | null
  readonly format: string
}

/** Her machine first, then every format there is. */
function useTargets(): readonly Target[] {
  const machine = useMachineName()
  const [formats, setFormats] = useState<readonly Target[]>([])
  useEffect(() => {
    const stop = new AbortController()
    library.call('planning.formats', {}, { signal: stop.signal }).then(
      ({ formats: all }) => setFormats(all.map(({ id, name }) => ({ id, label: name, machineId: null, format: id }))),
      // Her machine, or the first format, is offered all the same.
      () => undefined,
    )
    return () => stop.abort()
  }, [])
  const machineId = chosenMachineId()
  const mine = machine === null ? [] : [{ id: 'machine', label: machine, machineId, format: FIRST_FORMAT }]
  return [...mine, ...formats]
}

const FIRST_FORMAT = 'qli'

function Questions({ laid, maker, asked, onAsk }: QuestionsProps) {
  const { t } = useTranslation()
  const name = usePlanning(typedName)
  const machine = useMachineName()
  const targets = useTargets()
  const { into, pressed } = asked
  const folders = useFolderChoice()
  const target = targets.find(one => one.id === asked.target) ?? targets[0]
  const { making } = maker
  const problem = making.kind === 'asking' ? making.problem : null

  async function toFolder(): Promise<void> {
    onAsk({ pressed: 'folder' })
    const folder = await folders.choose(t('plan.making.chooseFolder'))
    if (folder !== null) await maker.toFolder(into, folder, target?.format ?? FIRST_FORMAT, target?.machineId ?? null)
  }

  async function toLibrary(isSent: boolean): Promise<void> {
    onAsk({ pressed: isSent ? 'send' : 'library' })
    const ids = await maker.toLibrary(into)
    if (ids === null || !isSent) return
    closePlan()
    openSend([...ids])
  }

  if (folders.isAsking) return <FolderPicker choice={folders} />
  return (
    <div className="plan-making">
      {problem ? <Notice tone="warn">{sentenceFor(problem)}</Notice> : null}
      {isTooMany(laid) ? (
        <Notice tone="plain">{t('plan.figures.tooMany', { points: numberWords(laid.figures.points) })}</Notice>
      ) : null}
      <TextField className="plan-name" value={name} onChange={setPlanName} maxLength={200}>
        <Label className="choice-label">{t('plan.making.name')}</Label>
        <Input className="input" />
      </TextField>
      <Segments
        label={t('plan.making.into')}
        showLabel
        value={into}
        options={[
          { id: 'one', label: t('plan.making.one') },
          { id: 'per-line', label: t(laid.layout.kind === 'rows' ? 'plan.making.per-line' : 'plan.making.perSide') },
        ]}
        onChange={next => onAsk({ into: next })}
      />
      {targets.length > 0 ? (
        <Picker
          label={t('plan.making.for')}
          showLabel
          value={target?.id ?? null}
          options={targets.map(({ id, label }) => ({ id, label }))}
          onChange={next => onAsk({ target: next })}
        />
      ) : null}
      <p className="choice-label">{t('plan.making.where')}</p>
      <ButtonAtOnce
        look="primary"
        wide
        isWanted={pressed === 'folder'}
        icon={<FolderInput aria-hidden="true" />}
        onPress={() => void toFolder()}
      >
        {t('plan.making.folder')}
      </ButtonAtOnce>
      <ButtonAtOnce
        wide
        isWanted={pressed === 'library'}
        icon={<BookPlus aria-hidden="true" />}
        onPress={() => void toLibrary(false)}
      >
        {t('plan.making.library')}
      </ButtonAtOnce>
      {machine === null ? null : (
        <ButtonAtOnce wide isWanted={pressed === 'send'} icon={<StickIcon />} onPress={() => void toLibrary(true)}>
          {t('plan.making.librarySend', { machine })}
        </ButtonAtOnce>
      )}
    </div>
  )
}

function DoneFiles({ files, texts }: { readonly files: readonly PlannedFile[]; readonly texts: number }) {
  const { t } = useTranslation()
  const [first] = files
  const warnings = [...new Set(files.flatMap(file => file.warnings.map(warning => warning.message)))]
  return (
    <div className="plan-making">
      <Notice
        tone="ok"
        title={t('plan.making.done', counted(files.length))}
        action={
          first && shell().capabilities.reveal ? (
            <Button onPress={() => void host.call('host.reveal', { path: first.path })}>{t('plan.making.show')}</Button>
          ) : null
        }
      >
        {texts > 0 ? t('plan.making.text') : null}
      </Notice>
      <ul className="plan-made">
        {files.map(file => (
          <li key={file.path}>{file.name}</li>
        ))}
      </ul>
      {warnings.map(message => (
        <Notice key={message} tone="plain">
          {message}
        </Notice>
      ))}
    </div>
  )
}
