import { Button as AriaButton } from 'react-aria-components'
import { openBackupPage, pauseBackup, useBackup } from './backup-store.ts'
import { type ChipAction, chipOf } from './chip-words.ts'
import { openSignIn } from './sign-in/sign-in-store.ts'
import { ToneIcon } from './tone-icon.tsx'
import { useNow } from './use-now.ts'
import './chip.css'

/** Bottom left, always in words: how backing up stands. Pressed, it tells the rest. */
export function BackupChip() {
  const state = useBackup(backup => backup.state)
  const now = useNow()
  const { tone, line, more, short, action } = chipOf(state, now)
  return (
    <div className={`backup-chip backup-chip-${tone}`}>
      <AriaButton className="backup-chip-open" onPress={openBackupPage}>
        <ToneIcon tone={tone} />
        <span className="backup-chip-words">
          <span>{line}</span>
          {more === '' ? null : <span className="backup-chip-more">{more}</span>}
        </span>
        <span className="backup-chip-short">{short}</span>
      </AriaButton>
      {action ? (
        <AriaButton className="backup-chip-do" onPress={() => act(action)}>
          {action.words}
        </AriaButton>
      ) : null}
    </div>
  )
}

function act({ does }: ChipAction): void {
  switch (does) {
    case 'resume':
      void pauseBackup(false)
      return
    case 'sign-in':
      openSignIn()
      return
    case 'see':
      openBackupPage()
  }
}
