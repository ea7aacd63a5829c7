import { useEffect } from 'react'
import { useCommand } from '#renderer/commands/commands.ts'
import { Part } from '#renderer/ui/part.tsx'
import { followAttention } from './attention/attention-store.ts'
import { backUpNow, closeBackupPage, followBackup, openBackupPage, useBackup } from './backup-store.ts'
import { closeSignIn, openSignIn, useSignIn } from './sign-in/sign-in-store.ts'

const loadPage = async () => (await import('./backup-page.tsx')).BackupPage
const loadSignIn = async () => (await import('./sign-in/sign-in-sheet.tsx')).SignInSheet

/** The page and the sheet of backing up, fetched when they are wanted, and what can be told to it by name. */
export function BackupParts() {
  const isPageOpen = useBackup(backup => backup.isPageOpen)
  const isSigningIn = useSignIn(signIn => signIn.isOpen)
  const state = useBackup(backup => backup.state?.state ?? null)
  useEffect(followBackup, [])
  useEffect(followAttention, [])
  const isSignedIn = state !== null && state !== 'none' && state !== 'sign-in'
  useCommand('back-up-now', { run: () => void backUpNow(), enabled: isSignedIn })
  useCommand('sign-in', { run: openSignIn, enabled: state === 'none' || state === 'sign-in' })
  useCommand('today', { run: openBackupPage, enabled: isSignedIn })
  useCommand('safety', { run: openBackupPage })
  return (
    <>
      <Part isWanted={isPageOpen} load={loadPage} onFailed={closeBackupPage} />
      <Part isWanted={isSigningIn} load={loadSignIn} onFailed={closeSignIn} />
    </>
  )
}
