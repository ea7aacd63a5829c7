import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { COMMAND_IDS, COMMANDS, MENUS } from '#shared/commands/commands.ts'
import { isSingleKey } from '#shared/commands/keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Keys } from '#renderer/ui/keys.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { Printed } from '#renderer/ui/printed.tsx'
import { changeSingleKeys, useKeyChoice } from './settings-store.ts'

/** Letters alone on or off, and every key there is. None is needed for anything. */
export function KeysSection() {
  const { t } = useTranslation()
  const singleKeys = useKeyChoice(state => state.singleKeys)
  return (
    <>
      <Switch isOn={singleKeys} onChange={changeSingleKeys}>
        {t('settings.singleKeys')}
      </Switch>
      <p className="settings-hint">{t('settings.singleKeysHint')}</p>
      <p>{t('settings.keysHint')}</p>
      <div>
        <Button icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
          {t('settings.printKeys')}
        </Button>
      </div>
      <KeyList singleKeys={singleKeys} />
      <Printed>
        <h1>{t('settings.keysTitle')}</h1>
        <KeyList singleKeys={singleKeys} />
      </Printed>
    </>
  )
}

function KeyList({ singleKeys }: { singleKeys: boolean }) {
  const { t } = useTranslation()
  const groups = MENUS.map(menu => ({ menu, ids: COMMAND_IDS.filter(id => COMMANDS[id].menu === menu && isThere(id)) }))
  function isThere(id: (typeof COMMAND_IDS)[number]): boolean {
    const { keys } = COMMANDS[id]
    return keys !== null && (singleKeys || !isSingleKey(keys))
  }
  return (
    <div className="key-groups">
      {groups
        .filter(group => group.ids.length > 0)
        .map(({ menu, ids }) => (
          <section key={menu} className="key-group">
            <h4>{t(`menu.${menu}`)}</h4>
            <dl className="key-list">
              {ids.map(id => (
                <div key={id}>
                  <dt>{t(`command.${id}`)}</dt>
                  <dd>
                    <Keys keys={COMMANDS[id].keys ?? ''} />
                  </dd>
                </div>
              ))}
              {menu === 'go' ? (
                <div>
                  <dt>{t('settings.panes')}</dt>
                  <dd>
                    <Keys keys="F6" />
                  </dd>
                </div>
              ) : null}
            </dl>
          </section>
        ))}
    </div>
  )
}
