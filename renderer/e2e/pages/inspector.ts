/** The pane beside the wall as its user speaks of it. */
import { expect, type Locator } from '@playwright/test'
import type { BobbinWindow } from './window.ts'

export interface InspectorPane {
  readonly name: Locator
  readonly nameField: Locator
  readonly designer: Locator
  readonly addTag: Locator
  readonly addCollection: Locator
  readonly notes: Locator
  readonly kind: Locator
  /** A tag or collection that is on one pattern. */
  chip(name: string): Locator
  /** Opens a part of the pane, unless it is open. */
  open(section: string): Promise<void>
  /** The button that goes back to what stood after this entry of the history. */
  goBackTo(entry: RegExp): Locator
}

export function inspectorPane({ pane, page }: BobbinWindow): InspectorPane {
  return {
    name: pane.locator('.inspector-name').first(),
    nameField: pane.getByRole('textbox', { name: 'Name' }),
    designer: pane.getByRole('combobox', { name: 'Designer' }),
    addTag: pane.getByRole('combobox', { name: 'Add a tag' }),
    addCollection: pane.getByRole('combobox', { name: 'Add to a collection' }),
    notes: pane.getByRole('textbox', { name: 'Notes' }),
    kind: pane.getByRole('button', { name: 'Kind' }),
    chip: name => pane.getByRole('row', { name }),
    async open(section) {
      const button = pane.getByRole('heading', { name: new RegExp(`^${section}`) }).getByRole('button')
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
      await expect(button).toHaveAttribute('aria-expanded', 'true')
    },
    goBackTo: entry => page.getByRole('button', { name: new RegExp(`^Go back to this: ${entry.source}`) }),
  }
}
