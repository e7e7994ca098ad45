import type { Issue } from '../../../kernel/issue.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, peopleWithPermission } from '../../offices/index.ts';
import { type Document, type DocumentContent, type Draft, isMade } from '../model.ts';
import { actorId } from '../policy.ts';
import { registrationIssue } from '../rules/registration.ts';
import { requirements } from '../rules/requirements.ts';
import { isUrgentUnread } from '../rules/urgent.ts';
import { selectSteps } from '../store/history.ts';
import { selectRegistration } from '../store/registrations.ts';
import { documentType } from '../types.ts';
import type { Facts } from '../workflow.ts';
import { coordinationGap } from './coordination.ts';
import { opinionFact } from './disclosure.ts';

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
		missing: (await missingIn(reader, document, content)).length,
		attribute: content.attribute,
		live: document.live,
		made: isMade(document),
		registered: (await registrationOf(reader, document, content)) === null,
		owesReview: await owesReview(reader, document),
		// Asked about by the signature alone.
		unsettled: document.state === 'signOff' ? (await coordinationGap(reader, document, content)).unsettled : null,
		opinion: await opinionFact(reader, document, content),
	};
}

/** Everything that keeps a draft from being handed on. */
export async function missingIn(reader: Reader, document: Document, content: DocumentContent): Promise<Issue[]> {
	const isOld = (await selectRegistration(reader, document.id))?.kind === 'old';
	// The term of a later edition was extended by a decision, and does not begin with the first.
	const termYears = isOld || document.edition > 1 ? null : (await countySettings(reader)).normative.termYears;
	const issues = requirements(content, { today: reader.today, edition: document.edition, termYears });
	const unregistered = await registrationOf(reader, document, content);
	if (!unregistered) return issues;
	// Whoever is told to register is not told to make up a number.
	return [...issues.filter(({ key }) => key !== 'need.documentNumber'), unregistered];
}

async function registrationOf(reader: Reader, document: Document, content: DocumentContent): Promise<Issue | null> {
	if (!documentType(content.type).normative) return null;
	return registrationIssue(content, document, await selectRegistration(reader, document.id));
}

/** Published by the urgent path in this edition, and read by nobody since. */
async function owesReview(reader: Reader, document: Document): Promise<boolean> {
	if (document.state !== 'published') return false;
	const steps = (await selectSteps(reader, document.id)).filter(({ edition }) => edition === document.edition);
	return isUrgentUnread(steps);
}
