import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import './toast.css'

interface Toast {
  readonly id: number
  readonly words: string
  readonly action: { readonly label: string; readonly run: () => void } | null
  readonly tone: 'done' | 'problem'
}

const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }))
let made = 0

/** Says what was done, with the way back beside it. Stays until the next one or until it is closed: nothing hurries her. */
export function toast(words: string, options: { action?: Toast['action']; tone?: Toast['tone'] } = {}): void {
  useToast.setState({ toast: { id: ++made, words, action: options.action ?? null, tone: options.tone ?? 'done' } })
}

function closeToast(): void {
  useToast.setState({ toast: null })
}

/** Where toasts appear; one at a time, read out politely. */
export function Toasts() {
  const { t } = useTranslation()
  const current = useToast(state => state.toast)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {current ? (
        <div className={`toast toast-${current.tone}`} key={current.id}>
          <span className="toast-words">{current.words}</span>
          {current.action ? (
            <AriaButton
              className="toast-action"
              onPress={() => {
                current.action?.run()
              }}
            >
              {current.action.label}
            </AriaButton>
          ) : null}
          <AriaButton className="toast-close" aria-label={t('app.close')} onPress={closeToast}>
            <X aria-hidden="true" />
          </AriaButton>
        </div>
      ) : null}
    </div>
  )
}
