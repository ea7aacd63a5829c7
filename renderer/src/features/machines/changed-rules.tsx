import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Machine, MyMachine } from '#shared/contract/library/machines.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { Button } from '#renderer/ui/button.tsx'
import { putBack } from './changes.ts'
import { MachinePart } from './machine-part.tsx'
import { ruleWords } from './words.ts'

/** "What you changed": hers, what Bobbin has, and the way back for each alone. */
export function ChangedRules({ machine, kind }: { machine: MyMachine; kind: Machine }) {
  const { t } = useTranslation()
  useUnits()
  const { id, changed, rules } = machine
  return (
    <MachinePart title={t('machines.changedTitle')}>
      {changed.length === 0 ? <p>{t('machines.changedNone')}</p> : null}
      <ul className="changed-rules">
        {changed.map(rule => {
          const name = t(`machines.rule.${rule}`)
          return (
            <li key={rule} className="changed-rule">
              <span className="changed-rule-words">
                <span className="changed-rule-name">{name}</span>
                <span>
                  {t('machines.bobbinHas', { yours: ruleWords(rule, rules), bobbins: ruleWords(rule, kind.rules) })}
                </span>
              </span>
              <Button
                look="plain"
                icon={<RotateCcw aria-hidden="true" />}
                aria-label={t('machines.putRuleBack', { rule: name })}
                onPress={() => void putBack(id, [rule])}
              >
                {t('machines.putBack')}
              </Button>
            </li>
          )
        })}
      </ul>
      {changed.length > 1 ? (
        <div>
          <Button onPress={() => void putBack(id, changed)}>{t('machines.putAllBack')}</Button>
        </div>
      ) : null}
    </MachinePart>
  )
}
