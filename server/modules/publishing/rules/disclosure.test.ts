import { describe, expect, it } from 'vitest';
import { ATTRIBUTES, type Attribute, TYPE_KEYS } from '../types.ts';
import { needsOpinion, opinionIssues, opinionOn } from './disclosure.ts';

const at = new Date('2026-06-01T02:00:00Z');
const revision = (id: number, hash: string, edition = 1) => ({ id, hash, edition });
const step = (revisionId: number, opinion: string, action = 'giveOpinion') => ({
	...{ action, revisionId, comment: '涉及公众利益。', actorName: '顾宁', at, data: { opinion } },
});

describe('whose opinion is asked (国办发〔2016〕80号一（一）)', () => {
	it('is that of the disclosure office on policies that are not to be opened, and on nothing else', () => {
		const asked = TYPE_KEYS.flatMap((type) =>
			(Object.keys(ATTRIBUTES) as Attribute[])
				.filter((attribute) => needsOpinion({ type, attribute }))
				.map((a) => [type, a]),
		);
		expect(asked).toEqual([
			['policy', 'withheld'],
			['normative', 'withheld'],
		]);
		expect(needsOpinion({ type: 'policy', attribute: '' })).toBe(false);
	});
});

describe('the opinion on a text', () => {
	it('is the last on the same text in the same edition', () => {
		const revisions = [revision(1, 'a'), revision(2, 'b'), revision(3, 'a')];
		const steps = [step(1, 'open'), step(2, 'agree')];
		expect(opinionOn(revision(3, 'a'), revisions, steps)).toMatchObject({ kind: 'open', personName: '顾宁' });
		expect(opinionOn(revision(2, 'b'), revisions, steps)?.kind).toBe('agree');
		expect(opinionOn(revision(3, 'a'), revisions, [...steps, step(3, 'agree')])?.kind).toBe('agree');
	});

	it('is none of another text, of an older edition, or of another step', () => {
		const revisions = [revision(1, 'a'), revision(2, 'b'), revision(3, 'a', 2)];
		expect(opinionOn(revision(2, 'b'), revisions, [step(1, 'agree')])).toBeNull();
		expect(opinionOn(revision(3, 'a', 2), revisions, [step(1, 'agree')])).toBeNull();
		expect(opinionOn(revision(1, 'a'), revisions, [step(1, 'agree', 'signOff')])).toBeNull();
		expect(opinionOn(revision(1, 'a'), revisions, [])).toBeNull();
	});

	it('says why, whichever it is', () => {
		expect(opinionIssues('').map(({ field }) => field)).toEqual(['comment']);
		expect(opinionIssues('只涉及后勤管理。')).toEqual([]);
	});
});
