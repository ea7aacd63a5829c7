import { CircleQuestionMark, X } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, useContext, useRef, useState } from 'react'
import { Button as AriaButton, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/commands.ts'
import './sheet.css'

const Body = createContext<RefObject<HTMLDivElement | null> | null>(null)

/** The part of the sheet that scrolls, for long lists inside it. */
export function useSheetBody(): RefObject<HTMLDivElement | null> {
  const body = useContext(Body)
  if (!body) throw new Error('useSheetBody is for what stands in a Sheet')
  return body
}

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the foot; they stay in sight while the middle scrolls. */
  readonly foot?: ReactNode
  /** `large`: pictures and tools side by side. */
  readonly size?: 'normal' | 'small' | 'large'
  /** What this sheet is for, shown on request above everything in it. */
  readonly help?: ReactNode
}

/** The middle of the window for long work. It can be left at any time; the work goes on without it. */
export function Sheet({ open, onClose, title, children, foot, help, size = 'normal' }: SheetProps) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  const [isHelping, setHelping] = useState(false)

  function close() {
    setHelping(false)
    onClose()
  }

  return (
    <ModalOverlay
      className="sheet-scrim"
      isOpen={open}
      onOpenChange={isOpen => !isOpen && close()}
      isDismissable={false}
    >
      <Modal className={`sheet sheet-${size}`}>
        <Dialog className="sheet-dialog">
          <header className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            {help ? <SheetHelp isOpen={isHelping} onChange={setHelping} /> : null}
            <AriaButton className="sheet-close" onPress={close}>
              <X aria-hidden="true" />
              <span>{t('app.close')}</span>
            </AriaButton>
          </header>
          {help && isHelping ? <div className="sheet-help">{help}</div> : null}
          <div
            className="sheet-body"
            ref={body}
            role="region"
            aria-label={title}
            // It scrolls, so the keyboard must be able to.
            tabIndex={0}
          >
            <Body value={body}>{children}</Body>
          </div>
          {foot ? <footer className="sheet-foot">{foot}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** "Help" in the head of the sheet. While the sheet is open, F1 means this and not the page behind it. */
function SheetHelp({ isOpen, onChange }: { isOpen: boolean; onChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation()
  useCommand('help', { run: () => onChange(!isOpen), checked: isOpen })
  return (
    <AriaButton className="sheet-close sheet-help-button" aria-expanded={isOpen} onPress={() => onChange(!isOpen)}>
      <CircleQuestionMark aria-hidden="true" />
      <span>{t(isOpen ? 'help.hide' : 'help.button')}</span>
    </AriaButton>
  )
}
