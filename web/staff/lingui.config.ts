import { catalogueOf } from '../lingui.shared.ts';

/** Not translated yet: half a language would be worse than English. */
export default catalogueOf('staff', []);
