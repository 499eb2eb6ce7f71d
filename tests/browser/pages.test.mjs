// Every page but the later sections of a case, as somebody who may see it finds it.
import { PAGES } from './pages/paths.mjs'
import { examineEach } from './pages/visit.mjs'

examineEach('pages', PAGES)
