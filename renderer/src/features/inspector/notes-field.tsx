import { type KeyboardEvent, useState } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { edit } from '#renderer/changes/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { setDraft, useDrafts } from './drafts.ts'
import { useSubject } from './subject.ts'

/** The contract's longest text. */
const MOST = 20_000

/** Her notes on one pattern. Saved on leaving the field; what is not saved yet is kept, whatever she does next. */
export function NotesOfOne({ id, notes }: { id: string; notes: string }) {
  const draft = useDrafts(state => state.drafts[id] ?? null)
  return (
    <NotesArea
      notes={notes}
      draft={draft}
      onDraft={text => setDraft(id, text)}
      // The subject's list may be another one by the time the field is left.
      onSave={text => edit([id], { notes: text })}
    />
  )
}

/** The notes of several: the same for all of them, or different until she writes new ones. */
export function NotesOfSeveral({ notes }: { notes: string | null }) {
  const { t } = useTranslation()
  const { ids, count } = useSubject()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <NotesArea
      notes={notes ?? ''}
      draft={draft}
      onDraft={setDraft}
      onSave={text => edit(ids, { notes: text })}
      {...(notes === null ? { placeholder: t('inspector.notesDifferent', { count }) } : {})}
    />
  )
}

interface NotesAreaProps {
  readonly notes: string
  readonly draft: string | null
  readonly onDraft: (text: string | null) => void
  readonly onSave: (text: string) => Promise<boolean>
  readonly placeholder?: string
}

function NotesArea({ notes, draft, onDraft, onSave, placeholder }: NotesAreaProps) {
  const { t } = useTranslation()
  const text = draft ?? notes

  async function save() {
    if (draft === null) return
    // A draft goes only when its words are in the library.
    if (draft === notes || (await onSave(draft))) onDraft(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }

  return (
    <TextField className="notes" aria-label={t('inspector.notes')} value={text} onChange={onDraft} maxLength={MOST}>
      <TextArea
        className="input notes-area"
        rows={Math.min(12, Math.max(3, text.split('\n').length + 1))}
        placeholder={placeholder ?? t('inspector.notesNone')}
        onKeyDown={onKeyDown}
        onBlur={event => {
          // The buttons below are about this draft.
          if (!event.relatedTarget?.closest('.notes')) void save()
        }}
      />
      {draft === null || draft === notes ? null : (
        <div className="notes-unsaved">
          <p className="inspector-hint">{t('inspector.notesUnsaved')}</p>
          <Button onPress={() => void save()}>{t('inspector.notesSave')}</Button>
          <Button look="plain" onPress={() => onDraft(null)}>
            {t('inspector.notesForget')}
          </Button>
        </div>
      )}
    </TextField>
  )
}
