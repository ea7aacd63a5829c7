import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HelpCard } from '#renderer/features/help/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { CodeStep } from './code-step.tsx'
import { DoneStep } from './done-step.tsx'
import { EmailStep } from './email-step.tsx'
import { GoogleStep } from './google-step.tsx'
import { PairingStep } from './pairing-step.tsx'
import { closeSignIn, endSignIn, followGoogle, type Step, useSignIn } from './sign-in-store.ts'
import './sign-in.css'

const STEPS: Record<Step, () => React.ReactNode> = {
  email: EmailStep,
  code: CodeStep,
  pairing: PairingStep,
  google: GoogleStep,
  done: DoneStep,
}

/** One calm sheet: her e-mail address, the code from the mail, done. */
export function SignInSheet() {
  const { t } = useTranslation()
  const { step, isAgain, problem } = useSignIn()
  useEffect(followGoogle, [])
  const Now = STEPS[step]
  return (
    <Sheet
      open
      onClose={step === 'done' ? endSignIn : closeSignIn}
      size="small"
      title={t(isAgain ? 'signIn.titleAgain' : 'signIn.title')}
      help={<HelpCard topic="safety" />}
    >
      {problem ? <Notice tone="warn">{sentenceFor(problem)}</Notice> : null}
      <Now key={step} />
    </Sheet>
  )
}
