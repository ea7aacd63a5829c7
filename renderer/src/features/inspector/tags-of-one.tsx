import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { changeTags } from '#renderer/changes/change.ts'
import { useSubject } from './subject.ts'
import { TagField } from './tag-field.tsx'

/** The pattern's tags, each with its way off, and the field for one more. */
export function TagsOfOne({ tags }: Pick<PatternDetail, 'tags'>) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  const chips = useRef<HTMLDivElement>(null)
  return (
    <div className="inspector-tags">
      {tags.length === 0 ? null : (
        <TagGroup
          ref={chips}
          aria-label={t('inspector.tags')}
          onRemove={keys => void changeTags(ids, { remove: [...keys].map(String) })}
        >
          <TagList className="inspector-chips" items={tags}>
            {tag => (
              <Tag id={tag.id} textValue={tag.name} className="inspector-chip">
                <span className="inspector-chip-word">{tag.name}</span>
                <Button
                  slot="remove"
                  className="inspector-chip-remove"
                  aria-label={t('inspector.removeTag', { name: tag.name })}
                >
                  <X aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <TagField worn={tags.map(tag => tag.id)} chips={chips} />
    </div>
  )
}
