import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Input } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { changeTags } from '#renderer/changes/change.ts'

/** The pattern's tags, each with its way off, and one to add. */
export function Tags({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    const name = text?.trim()
    if (name) void changeTags([detail.id], { add: [name] })
    setText(null)
  }

  return (
    <div className="tags" role="group" aria-label={t('preview.tags')}>
      {detail.tags.map(tag => (
        <span key={tag.id} className="tag">
          {tag.name}
          <Button
            className="tag-remove"
            aria-label={t('preview.removeTag', { name: tag.name })}
            onPress={() => void changeTags([detail.id], { remove: [tag.id] })}
          >
            <X aria-hidden="true" />
          </Button>
        </span>
      ))}
      {text === null ? (
        <Button className="tag-add" onPress={() => setText('')}>
          <Plus aria-hidden="true" /> {t('preview.addTag')}
        </Button>
      ) : (
        <form onSubmit={submit}>
          <Input
            className="input tag-new"
            aria-label={t('preview.tagName')}
            autoFocus
            maxLength={300}
            value={text}
            onChange={event => setText(event.target.value)}
            onBlur={submit}
            onKeyDown={event => {
              if (event.key === 'Escape') setText(null)
            }}
          />
        </form>
      )}
    </div>
  )
}
