import { limitDay } from '../../../law/clocks.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countyLimits, workingCalendar } from '../../offices/index.ts';
import type { Document, DocumentContent } from '../model.ts';
import { type Companion, selectCompanions, selectInterpretations } from '../store/interpretations.ts';
import { POLICIES, type TypeKey } from '../types.ts';

/** How a policy is explained. */
export interface Explanation {
	/** Interpretations in work, which may go through the reviews with it. */
	companions: Companion[];
	/** Public interpretations. */
	published: number;
	/** Until when one is to be public; null before the policy is, and once one is. */
	due: string | null;
	late: boolean;
}

export function isExplained(type: TypeKey): boolean {
	return POLICIES.includes(type);
}

/** Of a policy that is or will be public; null for others: what nobody reads wants no explaining. */
export async function explanationOf(
	reader: Reader,
	document: Document,
	{ type, attribute }: Pick<DocumentContent, 'type' | 'attribute'>,
): Promise<Explanation | null> {
	const isClosed = attribute === 'onRequest' || attribute === 'withheld';
	if (!isExplained(type) || (isClosed && !document.live)) return null;
	const companions = await selectCompanions(reader, document);
	const published = (await selectInterpretations(reader, document.id)).length;
	if (!document.live || published > 0 || document.firstPublishedAt === null)
		return { companions, published, due: null, late: false };
	const calendar = (await workingCalendar(reader)).latest;
	const { interpretation } = await countyLimits(reader);
	const due = limitDay(calendar, civilDay(document.firstPublishedAt), interpretation).day;
	return { companions, published, due, late: reader.today > due };
}
