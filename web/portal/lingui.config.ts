import { catalogueOf } from '../lingui.shared.ts';

export default catalogueOf('portal', ['es', 'fr', 'de', 'pt-BR']);
