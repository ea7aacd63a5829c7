import { TriangleAlert, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { type Message, shownOf, withMessage } from './toast-queue.ts'
import './toast.css'

const useMessages = create<{ messages: readonly Message[] }>(() => ({ messages: [] }))
let made = 0

/** Says what was done, with the way back beside it. Stays until the next one or until it is closed: nothing hurries her. */
export function toast(words: string, options: { action?: Message['action']; tone?: Message['tone'] } = {}): void {
  const next = { id: ++made, words, action: options.action ?? null, tone: options.tone ?? 'done' }
  useMessages.setState(({ messages }) => ({ messages: withMessage(messages, next) }))
}

function close(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter(one => one.id !== id) }))
}

/** Where messages appear: the last pane of the window, read out as they come, reached with F6. */
export function Toasts() {
  const { t } = useTranslation()
  const messages = useMessages(state => state.messages)
  const shown = shownOf(messages)
  const waiting = messages.length - shown.length
  return (
    <section className="toasts" data-pane data-react-aria-top-layer="true" aria-label={t('app.messages')}>
      <div className="toasts-live" role="status" aria-live="polite" aria-relevant="additions">
        {shown.map(message => (
          <Toast key={message.id} message={message} waiting={message === shown[0] ? waiting : 0} />
        ))}
      </div>
    </section>
  )
}

function Toast({ message, waiting }: { message: Message; waiting: number }) {
  const { t } = useTranslation()
  return (
    <div
      className={`toast toast-${message.tone}`}
      onKeyDown={event => {
        if (event.key === 'Escape') close(message.id)
      }}
    >
      {message.tone === 'problem' ? <TriangleAlert aria-hidden="true" /> : null}
      <span className="toast-words">
        {message.words}
        {waiting > 0 ? <span className="toast-waiting">{t('app.moreMessages', { count: waiting })}</span> : null}
      </span>
      {message.action ? (
        <AriaButton className="toast-action" onPress={message.action.run}>
          {message.action.label}
        </AriaButton>
      ) : null}
      <AriaButton className="toast-close" aria-label={t('app.close')} onPress={() => close(message.id)}>
        <X aria-hidden="true" />
      </AriaButton>
    </div>
  )
}
