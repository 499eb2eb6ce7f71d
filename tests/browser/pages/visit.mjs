// Opening every page of a list.
import { after, before, test } from 'node:test'
import { closeBrowser, open, openAs } from '../harness/browser.mjs'
import { examineAt } from '../harness/examine.mjs'
import { Service } from '../harness/service.mjs'

// A way for somebody, or nobody, to sit down at a browser, while a test of this file runs.
export function seats() {
  let service
  before(async () => { service = await Service.start() })
  after(async () => {
    await closeBrowser()
    await service.stop()
  })
  return (who) => (who === 'nobody' ? open(service) : openAs(service, who))
}

// Examines every page of the list.
export function examineEach(what, list) {
  const sit = seats()
  for (const [who, paths] of Object.entries(list)) {
    test(`${what} that ${who} may open`, async (t) => {
      const page = await sit(who)
      for (const path of paths) await t.test(path, () => examineAt(page, path))
      await page.context().close()
    })
  }
}
