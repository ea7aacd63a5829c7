import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { HelpCard } from '#renderer/features/help/index.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { Steps } from '#renderer/ui/steps.tsx'
import { DoneFoot, SendDone } from './done-step.tsx'
import { MachineFoot, MachineStep } from './machine-step.tsx'
import { closeSend, useSend } from './send-store.ts'
import { TargetFoot, TargetStep } from './target-step.tsx'
import { SendWriting, WritingFoot } from './writing-step.tsx'
import './send.css'

const STEPS = ['machine', 'target', 'writing', 'checking', 'done'] as const

/** From the wall to the stick: five steps in sight, and the last one only when it is true. */
export function SendSheet() {
  const { t } = useTranslation()
  const { open, ids, step, progress, current, report } = useSend()
  const isStopped = (report?.left.length ?? 0) > 0
  const at =
    step === 'machine'
      ? 0
      : step === 'target'
        ? 1
        : step === 'done'
          ? isStopped
            ? 4
            : 5
          : progress?.step === 'checking' || progress?.step === 'ejecting'
            ? 3
            : 2
  const foot = {
    machine: <MachineFoot />,
    target: <TargetFoot />,
    writing: <WritingFoot />,
    done: <DoneFoot />,
  }[step]
  return (
    <Sheet
      open={open}
      onClose={closeSend}
      title={t('send.title', counted(current?.total ?? ids.length))}
      help={<HelpCard topic="send" />}
      foot={foot}
    >
      <Steps steps={STEPS.map(one => t(`send.steps.${one}`))} at={at} />
      {step === 'machine' ? (
        <MachineStep />
      ) : step === 'target' ? (
        <TargetStep />
      ) : step === 'writing' ? (
        <SendWriting />
      ) : (
        <SendDone />
      )}
    </Sheet>
  )
}
