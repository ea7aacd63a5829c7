import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { HelpCard } from '#renderer/features/help/index.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { Steps } from '#renderer/ui/steps.tsx'
import { AddingStep, HandingStep, LookingStep } from './busy-steps.tsx'
import { closeBringIn, startOver, useBringIn } from './bring-in-store.ts'
import { ChooseStep } from './choose-step.tsx'
import { DoneFoot, DoneStep } from './done-step.tsx'
import { LookFoot, LookStep } from './look-step.tsx'
import './bring-in.css'

const STEPS = ['choose', 'look', 'adding', 'done'] as const

interface BringInSheetProps {
  /** To the wall with what this import brought. */
  readonly onShow: (id: string, label: string) => void
  /** A pattern that is here already, closely. */
  readonly onLook: (patternId: string) => void
  /** The quiet question about a folder to watch, on the first step. */
  readonly watchCard: ReactNode
}

/** Four steps; nothing lands before she has looked. */
export function BringInSheet({ onShow, onLook, watchCard }: BringInSheetProps) {
  const { t } = useTranslation()
  const { open, state, handing, looking, problem, again } = useBringIn()
  const step = state?.step
  const at =
    step === 'done' || step === 'stopped'
      ? 3
      : step === 'adding'
        ? 2
        : step === 'looked' || step === 'looking' || looking
          ? 1
          : 0
  const isDone = at === 3
  return (
    <Sheet
      open={open}
      onClose={closeBringIn}
      title={t('bringIn.title')}
      help={<HelpCard topic="bringIn" />}
      foot={
        problem ? undefined : step === 'looked' && state ? (
          <LookFoot state={state} />
        ) : isDone && state ? (
          <DoneFoot state={state} onShow={onShow} />
        ) : undefined
      }
    >
      <Steps steps={STEPS.map(one => t(`bringIn.steps.${one}`))} at={isDone ? 4 : at} />
      {problem ? (
        <Notice
          tone="warn"
          {...(again ? { title: t('bringIn.uploadStopped') } : {})}
          action={<Button onPress={again ?? startOver}>{again ? t('bringIn.carryOn') : t('app.backTo')}</Button>}
        >
          {sentenceFor(problem)}
        </Notice>
      ) : handing ? (
        <HandingStep />
      ) : !state || step === 'looking' ? (
        looking || step === 'looking' ? (
          <LookingStep state={state} />
        ) : (
          <ChooseStep>{watchCard}</ChooseStep>
        )
      ) : step === 'looked' ? (
        <LookStep state={state} onLook={onLook} />
      ) : step === 'adding' ? (
        <AddingStep state={state} />
      ) : (
        <DoneStep state={state} />
      )}
    </Sheet>
  )
}
