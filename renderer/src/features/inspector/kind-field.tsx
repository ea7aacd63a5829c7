import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Kind, KINDS } from '#shared/domain/pattern.ts'
import { edit } from '#renderer/changes/change.ts'
import { useSubject } from './subject.ts'

/** What it is for; null: they are for different things. */
export function KindField({ kind }: { kind: Kind | null }) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  return (
    <Select
      className="inspector-kind"
      aria-label={t('inspector.kind')}
      value={kind}
      placeholder={t('inspector.different')}
      onChange={key => {
        const chosen = KINDS.find(one => one === key)
        if (chosen !== undefined && chosen !== kind) void edit(ids, { kind: chosen })
      }}
    >
      <Button className="picker-button inspector-picker">
        <SelectValue className="picker-value">
          {kind === null ? t('inspector.different') : t(`kind.${kind}`)}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox className="menu">
          {KINDS.map(id => (
            <ListBoxItem key={id} id={id} textValue={t(`kind.${id}`)} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-word">{t(`kind.${id}`)}</span>
                  {isSelected ? <Check aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
