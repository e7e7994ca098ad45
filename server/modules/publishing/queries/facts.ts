import type { Reader } from '../../../platform/transaction.ts';
import { peopleWithPermission } from '../../offices/index.ts';
import { type Document, type DocumentContent, type Draft, isMade } from '../model.ts';
import { actorId } from '../policy.ts';
import { requirements } from '../rules/requirements.ts';
import type { Facts } from '../workflow.ts';

/** What the guards of the workflow look at, for the person who asks. */
export async function factsOf(
	reader: Reader,
	document: Document,
	draft: Draft,
	content: DocumentContent,
): Promise<Facts> {
	const me = actorId(reader.actor);
	const wrote = (person: number) => draft.editors.includes(person);
	const proofreaders =
		document.state === 'draft' ? await peopleWithPermission(reader, document.officeId, 'document.proofread') : [];
	return {
		isEditor: wrote(me),
		otherProofreaders: proofreaders.some((person) => person !== me && !wrote(person)),
		missing: requirements(content, { today: reader.today, edition: document.edition }).length,
		attribute: content.attribute,
		live: document.live,
		made: isMade(document),
	};
}
