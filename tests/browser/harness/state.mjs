// Pages in a state that takes some doing to reach, each examined as every page is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go, open, openAs, press } from './browser.mjs'
import { examine } from './examine.mjs'

// `running` gives the service once it runs. `reach` brings the page where it is to be examined.
export function stateOf(running) {
  return (name, who, reach) => {
    test(name, async () => {
      const page = who ? await openAs(running(), who) : await open(running())
      await reach(page)
      await examine(page)
      await page.context().close()
    })
  }
}

// Sends the form as it stands, with nothing or nonsense in it.
export async function refused(page, form, button, fill = async () => {}) {
  await go(page, form)
  await fill(page)
  assert.equal(await press(page, button), 422, form)
  assert.match(await page.title(), /^Error: /)
}
