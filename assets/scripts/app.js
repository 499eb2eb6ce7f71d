// What script adds to pages that work without it.
import { initAll } from './govuk-frontend.min.js'

initAll()

const phone = matchMedia('(max-width: 40.0525em)')
const clock = (time) =>
  time.toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true }).replace(/\s/g, '')

// Filters start closed on phones, where they would push the list off the screen.
if (phone.matches) {
  for (const groups of document.querySelectorAll('details[data-closed-on-phones]')) groups.open = false
}

// The session: other parts say when the server has heard from this person.
const session = document.querySelector('dialog.app-session')
let ends = 0
function heard() {
  if (!session) return
  ends = Date.now() + session.dataset.seconds * 1000
  session.querySelector('[data-session-at]').textContent = clock(new Date(ends))
}

// Forms whose writing is kept: saved as a draft while somebody writes, and asked about when they leave.
const keepers = []
for (const form of document.querySelectorAll('form[data-autosave], form[data-unsaved]')) {
  const drafts = 'autosave' in form.dataset
  // Not form.action: a field may be called "action".
  const target = form.getAttribute('action') || location.href
  let dirty = false
  let leaving = false
  let timer
  let saved

  const shown = document.createElement('p')
  shown.className = 'app-saved'
  const said = document.createElement('p')
  said.className = 'govuk-visually-hidden'
  said.setAttribute('role', 'status')
  if (drafts) (form.querySelector('.govuk-button-group') ?? form.lastElementChild ?? form).after(shown, said)

  // Announces the first time and every failure, not every time.
  function tell(text, failed, announce) {
    shown.textContent = text
    shown.classList.toggle('app-saved--failed', failed)
    if (announce) said.textContent = text
  }

  async function save() {
    clearTimeout(timer)
    if (!drafts || !dirty || leaving) return
    dirty = false
    const body = new URLSearchParams(new FormData(form))
    body.set('do', 'autosave')
    try {
      const answer = await fetch(target, { method: 'POST', body, redirect: 'manual', keepalive: true })
      if (answer.status !== 204) throw new Error(answer.status)
      const first = !saved
      saved = clock(new Date())
      tell(`Draft saved at ${saved}`, false, first)
      heard()
    } catch {
      dirty = true
      const since = saved ? `Not saved since ${saved}.` : 'Not saved yet.'
      tell(`${since} Check your connection. Your writing is still here.`, true, true)
      timer = setTimeout(save, 30000)
    }
  }

  form.addEventListener('input', () => {
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(save, 10000)
  })
  form.addEventListener('submit', () => {
    leaving = true
    clearTimeout(timer)
  })
  // Coming back with the browser's Back button shows the form as it was left.
  addEventListener('pageshow', () => { leaving = false })
  addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) event.preventDefault()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save()
  })
  keepers.push({ save, dirty: () => dirty })
}

if (session) {
  heard()
  const form = session.querySelector('form')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      const body = new URLSearchParams(new FormData(form))
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' })
      if (answer.status !== 204) throw new Error(answer.status)
      heard()
      session.close()
    } catch {
      form.querySelector('p').textContent =
        'We could not keep you signed in. Copy what you have written, then open the page again.'
    }
  })

  // By the clock, not by one long timer: a sleeping computer stops timers.
  setInterval(() => {
    const left = ends - Date.now()
    if (left < 300000 && !session.open) {
      session.showModal()
      for (const keeper of keepers) keeper.save()
    }
    if (left < 0 && !keepers.some((keeper) => keeper.dirty())) location.reload()
  }, 10000)
}
