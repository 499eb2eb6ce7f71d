// Signing in by a link in a letter.
import assert from 'node:assert/strict'
import { fill, go, press } from './harness/browser.mjs'
import { journey } from './harness/journey.mjs'

journey('a link in a letter signs in once, and leads where the letter pointed', async ({ service, open }) => {
  const page = await open()
  await go(page, '/cases/2026-003/notes/new')
  assert.match(page.url(), /\/sign-in\?to=/)
  await fill(page, { 'Your work email address': 'lee-harper@northmere.example' })
  await press(page, 'Email me a link')
  assert.match(await page.innerText('main'), /lee-harper@northmere\.example/)

  const link = await service.linkTo('lee-harper@northmere.example')
  const colleague = await open()
  await go(colleague, link)
  await press(colleague, 'Sign in')
  assert.equal(new URL(colleague.url()).pathname, '/cases/2026-003/notes/new')
  assert.match(await colleague.innerText('footer'), /Signed in as Lee Harper/)

  assert.equal(await go(page, link), 410)
  assert.match(await page.innerText('h1'), /This link has been used/)
  await press(page, 'Send a new link')
  assert.equal(new URL(page.url()).pathname, '/sign-in')
})
