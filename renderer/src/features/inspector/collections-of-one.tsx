import { X } from 'lucide-react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { collect } from '#renderer/changes/change.ts'
import { CollectionField } from './collection-field.tsx'
import { useSubject } from './subject.ts'

/** The collections the pattern lies in, each with its way out, and the field for one more. */
export function CollectionsOfOne({ collections }: Pick<PatternDetail, 'collections'>) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  return (
    <div className="inspector-tags">
      {collections.length === 0 ? null : (
        <TagGroup
          aria-label={t('inspector.collections')}
          onRemove={keys => {
            for (const key of keys) void collect(ids, String(key), false)
          }}
        >
          <TagList className="inspector-chips" items={collections}>
            {one => (
              <Tag id={one.id} textValue={one.name} className="inspector-chip">
                <span className="inspector-chip-word">{one.name}</span>
                <Button
                  slot="remove"
                  className="inspector-chip-remove"
                  aria-label={t('inspector.takeOut', { name: one.name })}
                >
                  <X aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <CollectionField inside={collections.map(one => one.id)} />
    </div>
  )
}
