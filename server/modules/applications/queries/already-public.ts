import { dayOfInstant } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { linkedDocuments, publishedOnIssue } from '../rules/already-public.ts';
import type { DecisionDetails } from '../rules/decision.ts';

/**
 * 已主动公开 (第三十六条第（一）项): a link to a page of ours has to lead somewhere, and where the answer points to one document of ours
 * the day it was published is put in. Other answers stay as they are.
 */
export async function checkAlreadyPublic(
	reader: Reader,
	outcome: OutcomeCode,
	details: DecisionDetails,
): Promise<{ details: DecisionDetails; issues: Issue[] }> {
	if (outcome !== 'O1') return { details, issues: [] };
	const { where = '', publishedOn = '' } = details.fields;
	const { domain } = (await countySettings(reader)).site;
	const ids = linkedDocuments(where, domain);
	const linked = await Promise.all(ids.map(async (id) => ({ id, document: await documentById(reader, id) })));
	const gone = linked.filter(({ document }) => document === null).map(({ id }) => `/d/${id}`);
	const [only] = linked.length === 1 ? linked : [];
	const known = only?.document ? dayOfInstant(only.document.publishedAt.getTime()) : '';
	const day = publishedOn.trim() || known;
	const issues = collectIssues(
		gone.length > 0
			? issue('decision.link', `${gone.join('、')}目前没有公开或者已经撤下，请核对获取途径。`, 'fields.where')
			: null,
		publishedOnIssue(day, reader.today),
	);
	return { details: { ...details, fields: { ...details.fields, publishedOn: day } }, issues };
}
