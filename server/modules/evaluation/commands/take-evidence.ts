import { can } from '../../../kernel/actor.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentById, findPersonalData, kindsFound, plainText } from '../../publishing/index.ts';
import { findingById } from '../../supervision/index.ts';
import { messages } from '../messages.zh.ts';
import type { Evidence, EvidenceKind } from '../model.ts';
import { sha256Of } from '../rules/standing.ts';

export interface EvidenceInput {
	kind: EvidenceKind;
	ref: string;
	text: string;
	file: { sha256: string; fileName: string; mediaType: string } | null;
}

/** Evidence as taken, or what is wrong with it. */
export type Taken = { evidence: Evidence; issues: readonly [] } | { evidence: null; issues: Issue[] };

/** Longest copy of a page that is kept. */
const LONGEST = 20_000;

/** Takes evidence now: its words and their hash. What an evaluator names is looked up as the public sees it. */
export async function takeEvidence(tx: Tx, officeId: number, input: EvidenceInput): Promise<Taken> {
	switch (input.kind) {
		case 'document':
			return await ofDocument(tx, input);
		case 'finding':
			return await ofFinding(tx, officeId, input);
		default:
			return written(tx, input);
	}
}

function written(tx: Tx, { kind, ref, text, file }: EvidenceInput): Taken {
	const personal = findPersonalData(text);
	const issues = collectIssues(
		[...text.trim()].length < 5 && issue('evidence.text', messages.evidenceText, 'text'),
		kind === 'link' &&
			!/^https?:\/\/[^\s]{3,}$/.test(ref.trim()) &&
			issue('evidence.link', messages.evidenceLink, 'ref'),
		kind === 'file' && file === null && issue('evidence.file', messages.evidenceFile, 'files'),
		personal.length > 0 && issue('evidence.personal', messages.evidencePersonal(kindsFound(personal)), 'text'),
	);
	if (issues.length > 0) return { evidence: null, issues };
	const kept = kind === 'file' ? file : null;
	const body = text.trim();
	return taken(tx, { kind, ref: kind === 'link' ? ref.trim() : '', text: body, file: kept }, kept?.sha256);
}

async function ofDocument(tx: Tx, { ref, text }: EvidenceInput): Promise<Taken> {
	const id = Number(/(?:^|\/d\/|document:)(\d{1,15})(?:[?#].*)?$/.exec(ref.trim())?.[1] ?? 0);
	const document = id > 0 ? await documentById(tx, id) : null;
	if (!document) return refused('evidence.document', messages.evidenceDocument);
	const { title, content } = document;
	const copy = [text.trim(), `《${title}》`, plainText(content.body)].filter(Boolean).join('\n').slice(0, LONGEST);
	return taken(tx, { kind: 'document', ref: `/d/${id}`, text: copy, file: null });
}

/** Findings may tell of drafts and cases: the county names them, nobody from outside. */
async function ofFinding(tx: Tx, officeId: number, { ref, text }: EvidenceInput): Promise<Taken> {
	const id = Number(/^\d{1,15}$/.exec(ref.trim().replace(/^finding:/, ''))?.[0] ?? 0);
	const finding = id > 0 && can(tx.actor, 'evaluation.manage') ? await findingById(tx, id) : null;
	if (finding?.officeId !== officeId) return refused('evidence.finding', messages.evidenceFinding);
	const facts = Object.entries(finding.evidence.facts).map(([label, value]) => `${label}：${value}`);
	const copy = [text.trim(), finding.message, facts.join('；')].filter(Boolean).join('\n');
	return taken(tx, { kind: 'finding', ref: `finding:${id}`, text: copy, file: null });
}

function refused(key: string, message: string): Taken {
	return { evidence: null, issues: [issue(key, message, 'ref')] };
}

function taken(tx: Tx, input: EvidenceInput, sha256 = sha256Of(input.text)): Taken {
	return { evidence: { ...input, sha256, takenAt: tx.now }, issues: [] };
}
