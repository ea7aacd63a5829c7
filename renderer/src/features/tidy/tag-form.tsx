import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Form, Input, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { changeTags } from '#renderer/changes/change.ts'
import { Button } from '#renderer/ui/button.tsx'

/** A tag of her own. */
export function TagForm({ pattern }: { pattern: PatternCard }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  return (
    <Form
      className="tidy-form"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '') void changeTags([pattern.id], { add: [text] })
      }}
    >
      <TextField
        aria-label={t('tidy.ownTag', { name: pattern.name })}
        value={text}
        onChange={setText}
        maxLength={100}
        className="tidy-field"
      >
        <Input className="input" placeholder={t('tidy.ownTagShort')} />
      </TextField>
      <Button type="submit" look="plain" icon={<Plus aria-hidden="true" />} isDisabled={text.trim() === ''}>
        {t('tidy.add')}
      </Button>
    </Form>
  )
}
