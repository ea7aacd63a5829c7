import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { type ProblemGroup, QUIET, whatToKnow } from './problems.ts'

interface Action {
  readonly label: string
  readonly run: () => void
}

interface Losses {
  readonly groups: readonly ProblemGroup[]
  readonly other: Action | null
}

const NONE: Losses = { groups: [], other: null }
const useLosses = create<Losses>(() => NONE)

type Files = Parameters<typeof whatToKnow>[0]['files']

/** What is different in these files, a sentence a kind; what Bobbin sees to by itself is left out. */
function lossesOf(files: Files): ProblemGroup[] {
  return whatToKnow({ files }).filter(group => !QUIET.has(group.code))
}

/** Says that copies were made. Where something is different in them, the message has the way to read what. */
export function tellCopies(said: string, files: Files, other: Action | null): void {
  const groups = lossesOf(files)
  const [only, ...more] = groups
  if (!only) toast(said, { action: other })
  else if (more.length === 0) toast(t('send.lossSaid', { said, sentence: only.sentence }), { action: other })
  else {
    toast(t('send.lossesSaid', { said, ...counted(groups.length) }), {
      action: { label: t('send.lossesSee'), run: () => useLosses.setState({ groups, other }) },
    })
  }
}

/** After files left the window: what is different in them; nothing where nothing is. */
export function tellLosses(files: Files): void {
  if (lossesOf(files).length > 0) tellCopies(t('send.lossesCarried', counted(files.length)), files, null)
}

/** What is different in copies that were made, a sentence a kind. */
export function LossesSheet() {
  const { t: word } = useTranslation()
  const { groups, other } = useLosses()
  const close = () => useLosses.setState(NONE)
  if (groups.length === 0) return null
  return (
    <Sheet
      open
      size="small"
      onClose={close}
      title={word('send.lossesTitle')}
      foot={
        <>
          {other ? <Button onPress={other.run}>{other.label}</Button> : null}
          <Button look="primary" autoFocus onPress={close}>
            {word('send.done')}
          </Button>
        </>
      }
    >
      <ul className="losses">
        {groups.map(group => (
          <li key={group.sentence} className="send-group-words">
            {group.sentence}
            <span className="send-file-how">{group.patterns.map(one => one.name).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
