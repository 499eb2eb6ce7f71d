// Filling in forms by the names of their questions.
import assert from 'node:assert/strict'
import { date, go, press } from './browser.mjs'

// Answers questions: words, one choice or several, and dates in three parts.
export async function answer(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    if (await page.locator(`#${name}-day`).count()) {
      await date(page, name, value)
      continue
    }
    const field = page.locator(`[name="${name}"]`).first()
    assert.ok(await field.count(), `${page.url()} asks for ${name}`)
    const kind = await field.evaluate((element) => (element.tagName === 'SELECT' ? 'select' : element.type))
    if (kind === 'radio' || kind === 'checkbox') {
      for (const one of [value].flat()) await page.check(`[name="${name}"][value="${one}"]`)
    } else if (kind === 'select') {
      await field.selectOption({ label: value })
    } else {
      await field.fill(value)
    }
  }
}

// Opens a form and goes through its pages, each with its answers and the button that leads on. Nothing may be refused.
export async function record(page, path, ...pages) {
  const status = await go(page, path)
  assert.equal(status, 200, `${path} opens`)
  for (const [answers, button] of pages) {
    await answer(page, answers)
    await press(page, button)
    const problems = await page.locator('.govuk-error-summary').allInnerTexts()
    assert.deepEqual(problems, [], `${path} is recorded`)
  }
}
