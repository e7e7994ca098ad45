import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { legalItem } from '../../catalog/index.ts';
import { say } from '../messages.zh.ts';
import type { DocumentContent } from '../model.ts';
import { documentType } from '../types.ts';
import { originIssues } from './origin.ts';
import { secretIssues } from './secret-mark.ts';
import { latestTerm } from './term-limit.ts';

/**
 * What has to be there before a draft is handed on: the record of law.md §5.2, of which 索引、名称、内容概述、生成日期 are the
 * law's own (条例第十二条), and the attribute marked at source (国办发〔2016〕80号).
 */
export function requirements(
	content: DocumentContent,
	about: { today: string; edition: number; termYears: number | null },
): Issue[] {
	const type = documentType(content.type);
	const empty = (text: string) => text.trim() === '';
	return collectIssues(
		empty(content.title) && say('need.title', 'title'),
		empty(content.issuer) && say('need.issuer', 'issuer'),
		type.numbered && empty(content.documentNumber) && say('need.documentNumber', 'documentNumber', type.label),
		content.theme === '' && say('need.theme', 'theme'),
		content.genre === '' && say('need.genre', 'genre'),
		empty(content.summary) && say('need.summary', 'summary'),
		empty(content.responsibleUnit) && say('need.responsibleUnit', 'responsibleUnit'),
		empty(content.body) && content.attachments.length === 0 && say('need.body', 'body'),
		content.code !== '' && !legalItem(content.code) && say('need.code', 'code'),
		about.edition > 1 && empty(content.changeNote) && say('need.changeNote', 'changeNote'),
		dayIssues(content, about.today),
		termIssue(content, about.termYears),
		attributeIssues(content),
		originIssues(content.origin),
		// Of drafts that were not typed here: from a case, or from another system.
		secretIssues(content),
	);
}

function dayIssues({ formedOn, changedOn, expiresOn }: DocumentContent, today: string): Issue[] {
	if (formedOn === null) return [say('need.formedOn', 'formedOn')];
	const changedWrong = changedOn !== null && (changedOn < formedOn || changedOn > today);
	return collectIssues(
		formedOn > today && say('need.future', 'formedOn'),
		changedWrong && say('need.changedOn', 'changedOn'),
		expiresOn !== null && expiresOn < formedOn && say('need.expiresOn', 'expiresOn'),
	);
}

/** `years`: what the county allows; null for what was made before its rules. */
function termIssue({ type, formedOn, expiresOn }: DocumentContent, years: number | null): Issue | null {
	if (years === null || formedOn === null || expiresOn === null || !documentType(type).normative) return null;
	return expiresOn > latestTerm(formedOn, years) ? say('need.term', 'expiresOn', String(years)) : null;
}

function attributeIssues({ attribute, ground, groundNote }: DocumentContent): Issue[] {
	if (attribute === '') return [say('need.attribute', 'attribute')];
	if (attribute === 'active') return ground === '' ? [] : [say('need.unusedGround', 'ground')];
	return collectIssues(
		ground === '' && say('need.ground', 'ground'),
		groundNote.trim() === '' && say('need.groundNote', 'groundNote'),
	);
}
