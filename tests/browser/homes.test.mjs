// Where each role begins, and what an administrator does not see.
import assert from 'node:assert/strict'
import { go, path } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'

const HOMES = {
  manager: ['/due', 'What is due'],
  officer: ['/due', 'What is due'],
  council: ['/decisions', 'Your decisions'],
  icb: ['/decisions', 'Your decisions'],
  police: ['/decisions', 'Your decisions'],
  liaison: ['/panel', 'National Panel'],
  contributor: ['/requests', 'Your requests'],
  reviewer: ['/my-reviews', 'Your reviews'],
  administrator: ['/admin/people', 'People'],
}

journey('each role has its own home', async ({ openAs }) => {
  for (const [who, [home, heading]] of Object.entries(HOMES)) {
    const page = await openAs(who)
    assert.equal(path(page), home, who)
    if (heading) assert.equal((await page.innerText('h1')).trim(), heading, who)
    await page.goto('/')
    assert.equal(path(page), home, who)
  }
})

journey('an administrator sees no case', async ({ openAs }) => {
  const page = await openAs('administrator')
  for (const hidden of ['/cases/2026-003', '/cases/2026-003/notification', '/cases/2026-003/history', '/cases/2026-999']) {
    assert.equal(await go(page, hidden), 404, hidden)
    assert.match(await page.innerText('main'), /Page not found/)
  }
  for (const list of ['/due', '/cases', '/search?q=infant']) {
    await go(page, list)
    assert.doesNotMatch(await page.innerText('main'), /2026-003|Infant, serious harm at home/, list)
  }
})
