// Every page, by who may see it.

const CASE = '/cases/2026-003'
// Northmere’s id, which is made from its key in the examples.
const NORTHMERE = 'e1a1ba3b-ad39-5999-9e0c-5dfe993e12e9'
const of = (place, ...pages) => pages.map((page) => place + page)

// Who opens what. Pages of the same person are opened one after the other in the same window.
export const PAGES = {
  nobody: ['/sign-in', '/sign-in?to=/due', '/sign-in/check-your-email', '/help', '/accessibility', '/privacy', '/cookies'],
  manager: [
    ...of('/due', '', '?whose=waiting', '?whose=everyone', '?for=print'),
    ...of('/cases', '', '?q=infant', '?page=2', '?q=nothing-like-it', '?q=2026-144'),
    ...of('/search', '', '?q=harm', '?q=nothing-like-it'),
    '/cases/new',
    ...of(CASE, '', '/deadlines', '/deadlines/rapid-review', '/deadlines/rapid-review/delay', '/history', '/print'),
    ...of(CASE, '/history/10', '/history/10/correct', '/history/10/strike-out', '/notes/new', '/retitle'),
    ...of(CASE, '/access', '/access/new', '/access/lead', '/access/readings'),
    ...of(CASE, '/notification', '/notification/print', '/notification/reclassify', '/notification/told', '/notification/authorities'),
    ...of('/cases/2026-004', '', '/deadlines', '/history'),
    ...of('/cases/2026-005', '', '/notification', '/notification/sent', '/notification/incident', '/deadlines'),
    ...of('/cases/2026-005/notification/children', '/new', '/1', '/1/identity'),
    ...of('/cases/2026-006', '', '/notification', '/notification/leads', '/notification/incident'),
    ...of('/cases/2025-001', '', '/deadlines'),
    '/cases/2025-003/close',
    ...of('/cases/2025-004', '', '/notification', '/reopen', '/history'),
    ...of('/cases/2025-005', '', '/notification'),
    ...of('/cases/2025-006', '', '/notification'),
    ...of('/cases/2025-008', '', '/notification'),
    ...of('/cases/2025-009', '', '/deadlines', '/deadlines/copies'),
    ...of('/cases/2025-011', '', '/notification'),
    ...of('/account', '', '/job-title', '/emails'),
    ...of('/admin', '/calendar', '/rules', '/people', '/reminders'),
    ...of(`/admin/reminders/${NORTHMERE}`, '', '/lcspr', '/agency-return'),
  ],
  council: ['/decisions', '/cases', CASE, `${CASE}/history`, `${CASE}/notification`, '/account', '/account/emails'],
  liaison: ['/panel', '/due', CASE, `${CASE}/panel`],
  contributor: ['/requests', '/account/emails', CASE, `${CASE}/history`, `${CASE}/deadlines`, `${CASE}/access`],
  reviewer: ['/my-reviews'],
  administrator: [
    ...of('/admin', '/people', '/people/new', '/agencies', '/agencies/new', '/partnerships', '/calendar', '/calendar/new', '/rules', '/log'),
    ...of('/admin/reminders', '', `/${NORTHMERE}`, `/${NORTHMERE}/rapid-review`),
    '/account/emails',
  ],
}

// The sections of a case from its rapid review on, each at the stages at which there is something to see.
export const SECTIONS = {
  manager: [
    ...of(`${CASE}/rapid-review`, '', '/safety', '/scrutineer', '/facts', '/learning', '/equality'),
    ...of(`${CASE}/rapid-review`, '/national-significance', '/lcspr', '/actions', '/report', '/reports/1'),
    ...of('/cases/2026-004/rapid-review', '', '/meeting', '/report'),
    ...of('/cases/2026-004/agencies', '', '/ask', '/remind'),
    ...of(`${CASE}/agencies`, ''),
    ...of(`${CASE}/decisions`, '', '/police/on-behalf'),
    ...of(`${CASE}/panel`, '', '/submit'),
    ...of('/cases/2026-002/panel', '', '/responses/new'),
    ...of('/cases/2025-010/panel', '', '/responses/1', '/advice/new', '/advice/1/done', '/national'),
    ...of('/cases/2025-001/lcspr', '', '/key-lines/new', '/key-lines/1', '/terms', '/replace-reviewer', '/family/new'),
    ...of('/cases/2025-001/lcspr', '/events/new', '/monitoring/new', '/requests/new', '/hold', '/discontinue', '/drafts/new'),
    ...of(`${CASE}/lcspr`, ''),
    ...of('/cases/2025-009/lcspr', '', '/drafts/1'),
    ...of('/cases/2025-009/publication', '', '/plan', '/anonymity', '/tell', '/copies', '/decide'),
    ...of('/cases/2024-002/publication', '', '/take-down'),
    ...of(`${CASE}/publication`, ''),
    ...of('/cases/2025-001/proceedings', '', '/new', '/link'),
    ...of('/cases/2026-001/actions', '', '/1', '/1/update', '/1/move', '/new', '/recommendations/new', '/learning/new'),
    ...of('/cases/2025-003/actions', '', '/1/evidence', '/1/close'),
    ...of(`${CASE}/actions`, ''),
    ...of('/actions', '', '?state=closed', '?state=overdue'),
    '/panel',
    '/account/calendar',
  ],
  police: [`${CASE}/decisions`, `${CASE}/decisions/police`, `${CASE}/rapid-review`, `${CASE}/rapid-review/reports/1`, '/actions'],
  contributor: ['/actions'],
  liaison: [`${CASE}/panel/submit`, '/account/calendar'],
}
