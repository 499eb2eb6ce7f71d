// The sections of a case from its rapid review on, as somebody who may see them finds them.
import { SECTIONS } from './pages/paths.mjs'
import { examineEach } from './pages/visit.mjs'

examineEach('sections of a case', SECTIONS)
