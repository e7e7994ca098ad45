import type { Result } from '../../../kernel/result.ts';
import type { RemedyKind } from '../../../law/codes.ts';
import { remedyParagraph } from '../../../law/remedies.ts';
import type { Office } from '../../offices/index.ts';
import type { Application } from '../model.ts';

/** The remedy paragraph of a letter of this office; sent by e-mail or fetched online it must name the online way. */
export function remedyOfLetter(
	kind: RemedyKind,
	{ application, office }: { readonly application: Pick<Application, 'delivery'>; readonly office: Office },
): Result<string> {
	const { reviewBody, court, reviewUrl } = office;
	const online = application.delivery === 'email' || application.delivery === 'online';
	return remedyParagraph(kind, { reviewBody, court, ...(reviewUrl ? { onlineAddress: reviewUrl } : {}) }, online);
}
