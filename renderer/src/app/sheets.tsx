import { AgreeSheet } from '#renderer/features/machines/index.ts'
import { BackupParts } from '#renderer/features/backup/index.ts'
import { BringInSheet, DropTarget } from '#renderer/features/bring-in/index.ts'
import { Closely, lookAt } from '#renderer/features/closely/index.ts'
import { Help } from '#renderer/features/help/index.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { LossesSheet, SendSheet } from '#renderer/features/send/index.ts'
import { PlanQuilt } from '#renderer/features/plan/index.ts'
import { PreparePart } from '#renderer/features/prepare/index.ts'
import { PrintSheet } from '#renderer/features/print/index.ts'
import { SupportSheet } from '#renderer/features/support/index.ts'
import { WatchCard, WatchSheet } from '#renderer/features/arrivals/index.ts'
import { Announcer } from '#renderer/ui/announce.tsx'
import { Toasts } from '#renderer/ui/toast.tsx'
import { stepShown, useWallPlace } from './shown-pattern.ts'

/** What opens over the frame. Each knows by itself when. */
export function Sheets() {
  return (
    <>
      <BringInSheet
        onLook={lookAt}
        onShow={(id, name) => goTo({ kind: 'import', id, name })}
        watchCard={<WatchCard />}
      />
      <WatchSheet />
      <SendSheet />
      <AgreeSheet />
      <LossesSheet />
      <SupportSheet />
      <BackupParts />
      <PreparePart />
      <PrintSheet />
      <DropTarget />
      <CloselyHere />
      <PlanQuilt />
      <Help />
      <Toasts />
      <Announcer />
    </>
  )
}

function CloselyHere() {
  return <Closely place={useWallPlace()} onStep={stepShown} />
}
